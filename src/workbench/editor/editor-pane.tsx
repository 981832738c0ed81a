import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Settings } from '#storage/settings.ts';
import { useTexts } from '../bench/texts.ts';
import { editorFor, thisDevice } from './choice.ts';
import { EditorBar } from './editor-bar.tsx';
import type { Editor, EditorKind, OneEditor, Problem } from './editor.ts';
import { Loading } from './loading.tsx';
import { SyntaxLine } from './syntax-line.tsx';
import { useDesk } from './use-desk.ts';
import { useSetting } from './use-setting.ts';

interface Props {
  readonly file: string;
  readonly code: string;
  readonly settings: Settings;
  /** The page's own rendering of the starter, shown until an editor stands. */
  readonly placeholder: HTMLElement | null;
  /** Told once, when the first editor stands; the other one will answer through the same object. */
  readonly onOpen: (editor: Editor) => void;
}

/** The editors, what stands there while one is fetched, and how to leave them by keyboard. */
export function EditorPane({ file, code, settings, placeholder, onOpen }: Props) {
  const { t } = useTexts();
  const hosts = { full: useRef<HTMLDivElement>(null), light: useRef<HTMLDivElement>(null) };
  const [chosen, choose] = useSetting(settings, 'editor');
  const [vim] = useSetting(settings, 'vim');
  const suits = useMemo(() => editorFor(thisDevice()), []);
  const kind: EditorKind = chosen ?? suits;
  const [tabLeaves, setTabLeaves] = useState<Partial<Record<EditorKind, boolean>>>({});
  const [syntax, setSyntax] = useState<readonly Problem[]>([]);
  const types = useMemo(
    () => ({
      wanted: () => settings.get('typeCheck'),
      refuse: () => void settings.set('typeCheck', false),
    }),
    [settings],
  );

  const onEditor = (each: EditorKind) => (editor: OneEditor) => {
    editor.onTabLeaves((leaves) => setTabLeaves((now) => ({ ...now, [each]: leaves })));
    editor.onSyntax(setSyntax);
    void editor.setVim(settings.get('vim'));
  };
  const { desk, shown, coming, retry } = useDesk({
    ...{ kind, hosts, file, code, types, t },
    label: t('workbench.editor.label', { file }),
    onEditor: onEditor(kind),
  });

  const [comparing, setComparing] = useState(false);
  useEffect(() => desk.onCompare(setComparing), [desk]);

  const told = useRef(false);
  useEffect(() => {
    if (shown === null || told.current) return;
    told.current = true;
    onOpen(desk);
  }, [shown, desk, onOpen]);

  useEffect(() => void desk.current()?.setVim(vim), [desk, shown, vim]);

  const standIn = useCallback(
    (node: HTMLElement | null) => {
      if (node && placeholder) node.append(placeholder);
    },
    [placeholder],
  );

  return (
    <div class="wb-editor">
      <EditorBar
        file={file}
        settings={settings}
        kind={kind}
        onKind={choose}
        onFormat={shown === kind ? () => void desk.current()?.format() : null}
      />
      {coming.kind === 'coming' && <Loading kind={kind} arrived={coming.arrived} />}
      {coming.kind === 'failed' && (
        <div class="wb-notice" role="alert">
          <p>{t(navigator.onLine ? 'workbench.editor.failed' : 'workbench.editor.offline')}</p>
          <button type="button" class="b s" onClick={retry}>
            {t('workbench.retry')}
          </button>
          <button type="button" class="b s" onClick={() => location.reload()}>
            {t('workbench.reload')}
          </button>
        </div>
      )}
      {shown === null && <div class="wb-standin" ref={standIn} />}
      {comparing && <p class="wb-legend d">{t('workbench.diff.legend')}</p>}
      <div class="wb-monaco" ref={hosts.full} hidden={shown !== 'full'} />
      <div class="wb-light" ref={hosts.light} hidden={shown !== 'light'} />
      {shown === 'light' && (
        <SyntaxLine problems={syntax} onGoTo={(line, column) => desk.goTo(line, column)} />
      )}
      {shown !== null && (
        <p class="wb-tabnote d">
          {t(tabLeaves[shown] ? 'workbench.tab.leaves' : 'workbench.tab.indents')}
        </p>
      )}
    </div>
  );
}
