import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import sandboxScript from 'virtual:sandbox-runtime';
import { layPlank, PLANK_LAID, readProgress } from '#storage/progress.ts';
import type { Drafts } from '#storage/draft.ts';
import { openSettings } from '#storage/settings.ts';
import type { Store } from '#storage/store.ts';
import { openWork } from '#storage/work.ts';
import type { LabData } from '../data.ts';
import { EditorPane } from '../editor/editor-pane.tsx';
import type { Editor } from '../editor/editor.ts';
import { FetchingTypes } from '../editor/fetching-types.tsx';
import { Results } from '../results/results.tsx';
import { isBusy } from '../run/phase.ts';
import { openRunner, type Runner } from '../run/runner.ts';
import { useRun } from '../run/use-run.ts';
import { History } from '../work/history.tsx';
import { useRecord } from '../work/use-record.ts';
import { WorkNotices } from '../work/work-notices.tsx';
import { Brief } from './brief.tsx';
import { bringToTop } from './bring-to-top.ts';
import { Hints } from './hints.tsx';
import { LiveRegion } from './live-region.tsx';
import { Notices, type Notice } from './notices.tsx';
import type { Pane } from './pane-switch.tsx';
import { useTexts } from './texts.ts';
import { Toolbar } from './toolbar.tsx';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly data: LabData;
  readonly starter: string;
  readonly store: Store;
  readonly drafts: Drafts;
  /** The hints, as HTML of our own making. */
  readonly rungs: readonly string[];
  /** What the page has drawn already and the workbench takes over. */
  readonly pieces: Readonly<Record<'story' | 'task' | 'code', HTMLElement | null>>;
}

/** The lab in the page: task, editor and hints on one side, what came of the last run on the other. */
export function Bench({ data, starter, store, drafts, rungs, pieces }: Props) {
  const { t } = useTexts();
  const work = useMemo(() => openWork(store), [store]);
  const settings = useMemo(() => openSettings(store), [store]);
  const draft = useMemo(() => drafts.read(), [drafts]);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [runner, setRunner] = useState<Runner | null>(null);
  const [notice, setNotice] = useState<Notice | null>(
    draft && draft.code !== starter ? { kind: 'restored', at: new Date(draft.at) } : null,
  );
  const [pane, setPane] = useState<Pane>('code');
  const [laid, setLaid] = useState(() => data.id in readProgress(store));
  const [history, setHistory] = useState(false);
  const { keeper, state: saved, change } = useDraft(work, drafts, starter, editor);
  const { first } = keeper;
  const { phase, run } = useRun(editor, runner);
  useRecord({ work, lab: data.id, starter, editor, phase });
  const results = useRef<HTMLElement>(null);
  const left = useRef<HTMLElement>(null);

  const open = useCallback(
    (opened: Editor) => {
      opened.onChange(() => change(opened.code()));
      setEditor(opened);
      // On a touch screen the caret would bring up the keyboard before anything was read.
      if (matchMedia('(pointer: coarse)').matches) left.current?.focus({ preventScroll: true });
      // The editor is hidden until the next drawing, and what is hidden takes no focus.
      else requestAnimationFrame(() => opened.focus());
      opened.warm();
      setRunner(openRunner(data.id, data.sandboxPage, sandboxScript));
    },
    [change, data],
  );

  useEffect(() => {
    if (!runner) return;
    runner.warm().catch((error: unknown) => console.error(error));
    return () => runner.dispose();
  }, [runner]);

  useEffect(() => {
    if (phase.kind !== 'judged' || phase.report.verdict !== 'passed') return;
    layPlank(store, data.id, new Date());
    setLaid(true);
    dispatchEvent(new CustomEvent(PLANK_LAID, { detail: data.id }));
  }, [phase, store, data.id]);

  const press = useCallback(() => {
    // On a narrow sheet the results take the place of code that may be far longer.
    const root = results.current?.offsetParent ? null : results.current?.closest('.wb');
    setPane('results');
    results.current?.scrollTo({ top: 0 });
    if (root) requestAnimationFrame(() => bringToTop(root));
    void run();
  }, [run]);

  const stop = useCallback(() => {
    if (phase.kind === 'compiling') phase.fetching?.cancel();
    else runner?.stop();
  }, [phase, runner]);

  const reset = useCallback(() => {
    const before = editor?.code() ?? first;
    editor?.replace(starter);
    setNotice({ kind: 'reset', before });
  }, [editor, first, starter]);

  const undoReset = useCallback(
    (before: string) => {
      editor?.replace(before);
      setNotice(null);
    },
    [editor],
  );

  const goTo = useCallback(
    (line: number, column: number) => {
      setPane('code');
      // The pane may have been hidden until now; an editor measures itself when it is seen.
      requestAnimationFrame(() => editor?.goTo(line, column));
    },
    [editor],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      press();
    },
    [press],
  );

  return (
    <div class={`wb-in ${data.mode}`} data-pane={pane} onKeyDownCapture={onKeyDown}>
      <Toolbar
        data={data}
        laid={laid}
        saved={saved}
        busy={isBusy(phase)}
        ready={runner !== null}
        pane={pane}
        onPane={setPane}
        onRun={press}
        onStop={stop}
        onReset={reset}
      />
      <Notices
        notice={notice}
        saved={null}
        onReset={reset}
        onUndo={undoReset}
        onClose={() => setNotice(null)}
      />
      <WorkNotices {...{ work, drafts, keeper }} onHistory={() => setHistory(true)} />
      {history && (
        <History
          {...{ work, drafts, starter }}
          code={editor?.code() ?? first}
          onTake={(code) => editor?.replace(code)}
          onClose={() => setHistory(false)}
        />
      )}
      <div class="wb-panes">
        <section class="wb-left" aria-label={t('workbench.pane.code')} ref={left} tabIndex={-1}>
          <Brief data={data} story={pieces.story} task={pieces.task} />
          <EditorPane
            file={`${data.plank}.ts`}
            code={first}
            settings={settings}
            placeholder={pieces.code}
            onOpen={open}
          />
          <Hints rungs={rungs} />
        </section>
        <section
          class="wb-right"
          aria-label={t('workbench.pane.results')}
          ref={results}
          tabIndex={-1}
        >
          {phase.kind === 'compiling' && phase.fetching && (
            <FetchingTypes fetching={phase.fetching} />
          )}
          <Results phase={phase} data={data} laid={laid} onGoTo={goTo} />
        </section>
      </div>
      <LiveRegion phase={phase} />
    </div>
  );
}
