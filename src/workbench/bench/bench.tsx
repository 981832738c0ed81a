import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import sandboxScript from 'virtual:sandbox-runtime';
import type { CaseReport } from '#judge/report.ts';
import type { Drafts } from '#storage/draft.ts';
import type { Store } from '#storage/store.ts';
import { openWork } from '#storage/work.ts';
import type { LabData } from '../data.ts';
import { EditorPane } from '../editor/editor-pane.tsx';
import type { Editor } from '../editor/editor.ts';
import { TypesNote } from '../editor/types-note.tsx';
import { ActionsContext } from '../results/actions.ts';
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
import { KeysHelp } from './keys-help.tsx';
import { LiveRegion } from './live-region.tsx';
import { Notices } from './notices.tsx';
import { PaneSwitch, VIEWS, type Pane, type View } from './pane-switch.tsx';
import { example, exampleIds } from './scratch/examples.ts';
import { Scratch } from './scratch/scratch.tsx';
import { useScratch } from './scratch/use-scratch.ts';
import { useScript } from './scratch/use-script.ts';
import { SolutionBar, SolutionQuestion } from './solution.tsx';
import { useTexts } from './texts.ts';
import { Toolbar } from './toolbar.tsx';
import { useCopyLink, useLinked, useMark } from './use-case-link.ts';
import { useDraft } from './use-draft.ts';
import { useLaid } from './use-laid.ts';
import { useMore } from './use-more.ts';
import { useNotices } from './use-notices.ts';
import { useReplace } from './use-replace.ts';
import { useSolution } from './use-solution.ts';
import type { LinkedCase } from './link/case-link.ts';

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
  const { t, lang, lab: words } = useTexts();
  const work = useMemo(() => openWork(store), [store]);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [runner, setRunner] = useState<Runner | null>(null);
  const [pane, setPane] = useState<Pane>('code');
  const [view, setView] = useState<View>('results');
  const [dialog, setDialog] = useState<'history' | 'keys' | null>(null);
  const { notices, tell, forget } = useNotices([]);
  const { keeper, state: saved, change } = useDraft(work, drafts, starter, editor);
  const { first } = keeper;
  const { phase, run } = useRun(editor, runner);
  const visible = data.cases.filter(({ group }) => group === 'visible').map(({ id }) => id);
  const examples = exampleIds(data.id, visible);
  const script = useScript(store, data.id, examples[0] ?? '', view === 'script');
  const scratch = useScratch(editor, runner);
  const laid = useLaid(store, data.id, phase);
  useRecord({ work, lab: data.id, starter, editor, phase });
  const replace = useReplace({ editor, work, lab: data.id, starter, tell, forget });
  const solution = useSolution({ data, work, editor, laid, tell });
  const copyLink = useCopyLink(data, tell);
  const right = useRef<HTMLElement>(null);
  const left = useRef<HTMLElement>(null);
  const linked = useRef(false);
  const mark = useMark(right, phase);
  const busy = isBusy(phase) || scratch.phase.kind === 'running';

  const open = useCallback(
    (opened: Editor) => {
      opened.onChange(() => change(opened.code()));
      setEditor(opened);
      // On a touch screen the caret would bring up the keyboard before anything was read; and who
      // followed a link to a case has not asked for the editor.
      const calm = linked.current || matchMedia('(pointer: coarse)').matches;
      if (calm) left.current?.focus({ preventScroll: true });
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

  const show = useCallback((next: Pane) => {
    setPane(next);
    if (next !== 'code') setView(next);
  }, []);

  const runShown = useCallback(
    (what: View, only?: string) => {
      if (busy) return;
      // On a narrow sheet the results take the place of code that may be far longer.
      const root = right.current?.offsetParent ? null : right.current?.closest('.wb');
      show(what);
      if (root) requestAnimationFrame(() => bringToTop(root));
      if (what === 'script') return void scratch.run(script.text ?? '');
      void run(only);
    },
    [busy, show, run, scratch.run, script.text],
  );

  const stop = useCallback(() => {
    if (phase.kind === 'compiling' && phase.fetching) phase.fetching.cancel();
    else runner?.stop();
  }, [phase, runner]);

  const goTo = useCallback(
    (line: number, column: number) => {
      show('code');
      // The pane may have been hidden until now; an editor measures itself when it is seen.
      requestAnimationFrame(() => editor?.goTo(line, column));
    },
    [editor, show],
  );

  /** Puts a script into the pad; the learner's own, if it goes, can be had back. */
  const openScript = useCallback(
    (text: string, notice: 'case' | 'link' | 'example' | 'earlier') => {
      const before = script.text;
      script.put(text);
      show('script');
      const back = () => {
        script.put(before ?? '');
        forget('script');
      };
      const isNew = before !== null && before.trim() !== '' && before !== text;
      const actions = isNew ? [{ label: t('workbench.script.back'), on: back }] : [];
      if (isNew || notice === 'link') {
        tell({ kind: 'script', text: t(`workbench.script.from.${notice}`), actions });
      }
    },
    [script.text, script.put, show, tell, forget, t],
  );

  const follow = useRef<(target: LinkedCase) => void>(() => undefined);
  follow.current = (target) => {
    linked.current = true;
    if (target.kind === 'script') return openScript(target.pkt, 'link');
    if (target.kind === 'bad') {
      return tell({ kind: 'link', text: t(`workbench.link.${target.why}`) });
    }
    const { id } = target;
    show('results');
    mark(id);
    const name = words.tests[id] ?? t('workbench.random.before');
    tell({
      kind: 'link',
      text: t('workbench.link.case', { name }),
      actions: [{ label: t('workbench.case.run'), on: () => runShown('results', id) }],
    });
  };
  useLinked(
    data,
    useCallback((target: LinkedCase) => follow.current(target), []),
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('dialog')) return;
      event.preventDefault();
      event.stopPropagation();
      runShown(view);
    },
    [runShown, view],
  );

  const more = useMore({
    ...{ work, data, starter, solution, replace },
    onHistory: () => setDialog('history'),
    onKeys: () => setDialog('keys'),
  });

  const actions = {
    onRunCase: (id: string) => runShown(id === 'scratch' ? 'script' : 'results', id),
    onCopyLink: (report: CaseReport) =>
      report.id === 'scratch' ? copyLink.ofScript(report.pkt) : copyLink.ofCase(report),
    onTryScript: (pkt: string) => openScript(pkt, 'case'),
  };
  const restored = useRef(first !== starter ? (drafts.read()?.at ?? null) : null);
  useEffect(() => {
    if (restored.current === null) return;
    const time = new Date(restored.current).toLocaleString(lang, {
      dateStyle: 'long',
      timeStyle: 'short',
      hour12: false,
    });
    tell({ kind: 'code', text: t('workbench.draft.restored', { time }) });
  }, []);

  return (
    <div class={`wb-in ${data.mode}`} data-pane={pane} onKeyDownCapture={onKeyDown}>
      <Toolbar
        {...{ data, laid, saved, busy, pane, view, more }}
        ready={runner !== null}
        onPane={show}
        onRun={() => runShown(view)}
        onStop={stop}
        onHelp={() => setDialog('keys')}
      />
      <div class="wb-over">
        <WorkNotices {...{ work, drafts, keeper }} onHistory={() => setDialog('history')} />
        <Notices notices={notices} onClose={({ kind }) => forget(kind)} />
      </div>
      <div class="wb-panes">
        <section class="wb-left" aria-label={t('workbench.pane.code')} ref={left} tabIndex={-1}>
          <Brief data={data} story={pieces.story} task={pieces.task} />
          {solution.shown !== null && (
            <SolutionBar
              onTake={() => {
                replace('solution', solution.shown ?? '');
                solution.close();
              }}
              onClose={solution.close}
            />
          )}
          <EditorPane
            file={`${data.plank}.ts`}
            code={first}
            settings={work.settings}
            placeholder={pieces.code}
            onOpen={open}
          />
          <Hints rungs={rungs} lab={data.id} store={store} />
        </section>
        <section
          class="wb-right"
          aria-label={t('workbench.pane.results')}
          ref={right}
          tabIndex={-1}
        >
          <PaneSwitch panes={VIEWS} pane={view} onPane={show} wide />
          <TypesNote phase={phase} />
          <div hidden={view !== 'results'}>
            <Results {...{ phase, data, laid }} onGoTo={goTo} {...actions} />
          </div>
          {script.text !== null && (
            <div hidden={view !== 'script'}>
              <ActionsContext.Provider value={actions}>
                <Scratch
                  examples={examples}
                  text={script.text}
                  earlier={view === 'script' ? script.earlier() : []}
                  phase={scratch.phase}
                  onText={script.change}
                  onExample={(id) =>
                    void example(data.id, id).then((text) => openScript(text, 'example'))
                  }
                  onEarlier={(text) => openScript(text, 'earlier')}
                  onCopyLink={() => copyLink.ofScript(script.text ?? '')}
                  onGoTo={goTo}
                />
              </ActionsContext.Provider>
            </div>
          )}
        </section>
      </div>
      <LiveRegion phase={phase} />
      {solution.asked && <SolutionQuestion onShow={solution.show} onLeave={solution.leave} />}
      {dialog === 'keys' && <KeysHelp onClose={() => setDialog(null)} />}
      {dialog === 'history' && (
        <History
          {...{ work, drafts, starter }}
          code={editor?.code() ?? first}
          onTake={(code) => replace('earlier', code)}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
