import { useMemo, useRef, useState } from 'preact/hooks';
import { leadOf } from '#judge/lead.ts';
import { GROUPS, type CaseReport, type Report } from '#judge/report.ts';
import { Broken } from '../bench/broken.tsx';
import { useHeading, useTexts } from '../bench/texts.ts';
import { useLate } from '../bench/use-late.ts';
import type { LabData } from '../data.ts';
import { isBusy, type Phase } from '../run/phase.ts';
import { ShipNote } from '../ship/ship-note.tsx';
import { ActionsContext, type CaseActions } from './actions.ts';
import { CaseGroup } from './case-group.tsx';
import { familiesOf } from './families.ts';
import { openAfterRun, openedByReader, type Open } from './open-case.ts';
import { Outcome } from './outcome.tsx';
import { Problems } from './problems.tsx';
import { afterRun, asEarlier, NOTHING, type Shown } from './shown.ts';
import { Summary } from './summary.tsx';
import { allCases } from './tally.ts';
import { focusRow, useStay } from './use-stay.ts';

interface Props extends CaseActions {
  readonly phase: Phase;
  readonly data: LabData;
  /** The plank was laid, now or on an earlier visit. */
  readonly laid: boolean;
  readonly onGoTo: (line: number, column: number) => void;
}

/** A verdict that comes at once needs no announcement of its coming, ms. */
const PATIENCE = 150;

/** What came of the last run; before the first, what a run will look at. */
export function Results({ phase, data, laid, onGoTo, ...actions }: Props) {
  const { t } = useTexts();
  const Heading = useHeading(1);
  const root = useRef<HTMLDivElement>(null);
  const { shown, report, open, setOpen } = useShown(phase);
  const waiting = useLate(isBusy(phase), PATIENCE);
  const progress = phase.kind === 'running' ? phase.progress : null;
  const cases = useMemo(() => allCases(data.cases, shown), [data.cases, shown]);
  const families = useMemo(() => familiesOf([...shown.values()].map((c) => c.report)), [shown]);
  useStay(root, open?.id ?? null, phase);

  return (
    <ActionsContext.Provider value={actions}>
      <div
        class={waiting ? 'wb-results waiting' : 'wb-results'}
        aria-busy={waiting}
        ref={root}
        data-phase={phase.kind}
      >
        <Heading class="sr-only">{t('workbench.pane.results')}</Heading>
        <Summary cases={cases} shown={shown} waiting={waiting} progress={progress} />
        {phase.kind === 'did not compile' && <Problems problems={phase.problems} onGoTo={onGoTo} />}
        {phase.kind === 'stopped' && <p class="wb-say">{t('workbench.stopped')}</p>}
        {phase.kind === 'broken' && <Broken message={phase.message} />}
        {(phase.kind === 'idle' || (isBusy(phase) && shown === NOTHING)) && (
          <p class="wb-say">{t(laid ? 'workbench.idle.laid' : 'workbench.idle')}</p>
        )}
        {report && <ShipNote report={report} />}
        {report && <Outcome report={report} families={families} data={data} />}
        {GROUPS.map((group) => (
          <CaseGroup
            key={group}
            group={group}
            cases={cases.filter((each) => each.group === group)}
            shown={shown}
            families={families}
            seed={report?.seed ?? 0}
            open={open?.id ?? null}
            onOpen={(id) => setOpen(openedByReader(shown, id))}
            onFollow={(id) => {
              setOpen(openedByReader(shown, id));
              // Its line may be drawn only now.
              requestAnimationFrame(() => focusRow(root.current, id));
            }}
          />
        ))}
      </div>
    </ActionsContext.Provider>
  );
}

/** What is known after all runs so far, and which case is open. */
function useShown(phase: Phase) {
  const known = useRef<Known>({ report: null, shown: NOTHING, open: null });
  const [, redraw] = useState(0);
  if (phase.kind === 'judged' && phase.report !== known.current.report) {
    const shown = afterRun(known.current.shown, phase.report);
    const { only, cutShort } = phase.report;
    const ended = cutShort ? (leadOf(phase.report)?.id ?? null) : null;
    const open = openAfterRun(wanted(known.current.open, phase.report), shown, { only, ended });
    known.current = { report: phase.report, shown, open };
  }
  const { shown, report, open } = known.current;
  const isOld =
    phase.kind === 'did not compile' || phase.kind === 'stopped' || phase.kind === 'broken';
  const old = useMemo(() => asEarlier(shown), [shown]);
  return {
    shown: isOld ? old : shown,
    /** The last report, as long as it is the answer to the last run. */
    report: isOld || phase.kind === 'idle' ? null : report,
    open,
    setOpen(next: Open) {
      known.current = { ...known.current, open: next };
      redraw((n) => n + 1);
    },
  };
}

interface Known {
  readonly report: Report | null;
  readonly shown: Shown;
  readonly open: Open | null;
}

/** Who runs one case looks at it. */
function wanted(open: Open | null, { only, cases }: Report): Open | null {
  if (only === null || open?.id === only) return open;
  const isThere = cases.some(({ id }: CaseReport) => id === only);
  return isThere ? { id: only, passed: false, drawn: '' } : open;
}
