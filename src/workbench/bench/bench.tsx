import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Drafts } from '#storage/draft.ts';
import type { Store } from '#storage/store.ts';
import { openWork } from '#storage/work.ts';
import type { LabData } from '../data.ts';
import { EditorPane } from '../editor/editor-pane.tsx';
import { TypesNote } from '../editor/types-note.tsx';
import { ActionsContext } from '../results/actions.ts';
import { Results } from '../results/results.tsx';
import { isBusy } from '../run/phase.ts';
import { useRun } from '../run/use-run.ts';
import { useShip } from '../ship/use-ship.ts';
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
import { useBench } from './use-bench.ts';
import { useMark } from './use-case-link.ts';
import { useCases } from './use-cases.ts';
import { useDraft } from './use-draft.ts';
import { useLaid } from './use-laid.ts';
import { useMore } from './use-more.ts';
import { useNotices } from './use-notices.ts';
import { useReplace } from './use-replace.ts';
import { useRestored } from './use-restored.ts';
import { useRunKey } from './use-run-key.ts';
import { useSolution } from './use-solution.ts';

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
  const [pane, setPane] = useState<Pane>('code');
  const [view, setView] = useState<View>('results');
  const [dialog, setDialog] = useState<'history' | 'keys' | null>(null);
  const { notices, tell, forget } = useNotices([]);
  const changed = useRef<(code: string) => void>(() => undefined);
  const { editor, runner, open, left } = useBench(data, changed);
  const { keeper, state: saved, change } = useDraft(work, drafts, starter, editor);
  changed.current = change;
  const ship = useShip(work, data.id);
  const { phase, run, stop: stopRun } = useRun(editor, runner, ship.planks);
  const examples = exampleIds(
    data.id,
    data.cases.map(({ id }) => id),
  );
  const script = useScript(store, data.id, examples[0] ?? '', view === 'script');
  const scratch = useScratch(editor, runner, ship.planks);
  const laid = useLaid(store, data.id, phase);
  useRecord({ work, lab: data.id, starter, phase });
  const replace = useReplace({ editor, work, lab: data.id, starter, tell, forget });
  const afresh = () => replace('starter', starter);
  useRestored({ drafts, first: keeper.first, starter, tell, afresh });
  const solution = useSolution({ data, work, editor, laid, tell });
  const right = useRef<HTMLElement>(null);
  const mark = useMark(right, phase);
  const busy = isBusy(phase) || scratch.phase.kind === 'running';

  const show = useCallback((next: Pane) => {
    setPane(next);
    if (next !== 'code') setView(next);
  }, []);

  const runShown = (what: View, only?: string) => {
    if (busy) return;
    // On a narrow sheet the results take the place of code that may be far longer.
    const root = right.current?.offsetParent ? null : right.current?.closest('.wb');
    show(what);
    if (root) requestAnimationFrame(() => bringToTop(root));
    if (what === 'script') return void scratch.run(script.text ?? '');
    // Nothing is scrolled here: the results keep the case that one looks at in its place.
    void run(only);
  };
  const stop = () => {
    stopRun();
    scratch.stop();
  };
  const goTo = (line: number, column: number) => {
    show('code');
    // The pane may have been hidden until now; an editor measures itself when it is seen.
    requestAnimationFrame(() => editor?.goTo(line, column));
  };
  const bench = useRef<HTMLDivElement>(null);
  useRunKey(bench, data.mode, () => runShown(view));

  const cases = useCases({ data, script, show, run: runShown, mark, tell, forget });
  const more = useMore({
    ...{ work, data, starter, solution, replace },
    onHistory: () => setDialog('history'),
    onKeys: () => setDialog('keys'),
  });

  return (
    <div class={`wb-in ${data.mode}`} data-pane={pane} ref={bench}>
      <Toolbar
        {...{ data, laid, saved, busy, pane, view, ship, more }}
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
            code={keeper.first}
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
          <div hidden={view !== 'results'}>
            <TypesNote phase={phase} />
            <Results {...{ phase, data, laid }} onGoTo={goTo} {...cases.actions} />
          </div>
          {script.text !== null && (
            <div hidden={view !== 'script'}>
              <ActionsContext.Provider value={cases.actions}>
                <Scratch
                  examples={examples}
                  text={script.text}
                  earlier={view === 'script' ? script.earlier() : []}
                  phase={scratch.phase}
                  onText={script.change}
                  onExample={(id) =>
                    void example(data.id, id).then((text) => cases.openScript(text, 'example'))
                  }
                  onEarlier={(text) => cases.openScript(text, 'earlier')}
                  onCopyLink={() => cases.copyScript(script.text ?? '')}
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
          code={editor?.code() ?? keeper.first}
          onTake={(code) => replace('earlier', code)}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
