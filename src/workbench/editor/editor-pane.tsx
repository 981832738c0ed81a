import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../bench/texts.ts';
import { Loading } from './loading.tsx';
import { loadEditor, type Arrived } from './load.ts';
import type { Editor } from './editor.ts';

interface Props {
  readonly file: string;
  readonly code: string;
  /** The page's own rendering of the starter, shown until the editor stands. */
  readonly placeholder: HTMLElement | null;
  readonly onOpen: (editor: Editor) => void;
}

type State =
  | { readonly kind: 'loading'; readonly arrived: Arrived | null }
  | { readonly kind: 'open' | 'failed' };

/** The editor, what stands there while it is fetched, and how to leave it by keyboard. */
export function EditorPane({ file, code, placeholder, onOpen }: Props) {
  const { t } = useTexts();
  const host = useRef<HTMLDivElement>(null);
  const first = useRef(code);
  const [state, setState] = useState<State>({ kind: 'loading', arrived: null });
  const [tabLeaves, setTabLeaves] = useState(false);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    if (!host.current) return;
    let gone = false;
    let failed = false;
    let editor: Editor | null = null;
    const options = {
      host: host.current,
      code: first.current,
      file,
      label: t('workbench.editor.label', { file }),
    };
    loadEditor(options, (arrived) => {
      if (!gone && !failed) setState({ kind: 'loading', arrived });
    }).then(
      (opened) => {
        editor = opened;
        if (gone) return opened.dispose();
        opened.onTabLeaves(setTabLeaves);
        setState({ kind: 'open' });
        onOpen(opened);
      },
      (error: unknown) => {
        console.error(error);
        failed = true;
        if (!gone) setState({ kind: 'failed' });
      },
    );
    return () => {
      gone = true;
      editor?.dispose();
    };
  }, [tries]);

  const retry = useCallback(() => {
    setState({ kind: 'loading', arrived: null });
    setTries((n) => n + 1);
  }, []);

  const standIn = useCallback(
    (node: HTMLElement | null) => {
      if (node && placeholder) node.append(placeholder);
    },
    [placeholder],
  );

  return (
    <div class="wb-editor">
      <div class="wb-file d" aria-hidden="true">
        {file}
      </div>
      {state.kind === 'loading' && <Loading arrived={state.arrived} />}
      {state.kind === 'failed' && (
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
      {state.kind !== 'open' && <div class="wb-standin" ref={standIn} />}
      <div class="wb-monaco" ref={host} hidden={state.kind !== 'open'} />
      {state.kind === 'open' && (
        <p class="wb-tabnote d">
          {t(tabLeaves ? 'workbench.tab.leaves' : 'workbench.tab.indents')}
        </p>
      )}
    </div>
  );
}
