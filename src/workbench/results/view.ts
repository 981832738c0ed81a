import type { CaseReport } from '#judge/report.ts';
import type { StepEntry, Trace } from '#trace/trace.ts';

/** More steps than these on either side are not drawn: nobody reads them, and a page would hang. */
export const MOST_STEPS = 60;
/** So many segments of one moment are drawn: more would lie on top of each other. */
const MOST_AT_ONCE = 8;

/** The end of a case's two runs: so much of it as can be read. */
export interface View {
  readonly theirs: Trace;
  readonly reference: Trace;
  /** Steps before it that are left out, on the side that has more of them. */
  readonly left: number;
}

/** Both runs from the same moment on, so that they stand beside each other. */
export function viewOf(report: CaseReport): View {
  const { reference } = report;
  const theirs = withLastArrival(report);
  const from = Math.max(beginOf(theirs), beginOf(reference));
  const [mine, model] = [tailOf(theirs, from), tailOf(reference, from)];
  return {
    theirs: thinned(mine.trace),
    reference: thinned(model.trace),
    left: Math.max(mine.left, model.left),
  };
}

function beginOf({ entries }: Trace): number {
  const steps = entries.filter((entry) => entry.kind === 'step');
  return steps.length <= MOST_STEPS ? -Infinity : (steps.at(-MOST_STEPS)?.t ?? -Infinity);
}

/** The trace from `from` on (ms). What a retained entry is numbered stays as it was. */
function tailOf(trace: Trace, from: number): { readonly trace: Trace; readonly left: number } {
  if (from === -Infinity) return { trace, left: 0 };
  const isStep = (entry: Trace['entries'][number]): entry is StepEntry => entry.kind === 'step';
  const gone = trace.entries.filter((entry) => isStep(entry) && entry.t < from);
  // Thousands of steps may share one moment: then the last of them must do.
  const kept = trace.entries.filter(
    (entry) => entry.t >= from || (entry.kind === 'transit' && entry.until >= from),
  );
  const steps = kept.filter(isStep);
  const first = steps.at(-MOST_STEPS);
  const entries = first ? kept.filter((entry) => entry.n >= first.n || entry.t < first.t) : kept;
  const before = entries.find(isStep)?.before ?? null;
  const hosts = trace.hosts.map((host) =>
    host.name === 'B' ? { ...host, initial: before } : host,
  );
  const left = gone.length + steps.length - entries.filter(isStep).length;
  return { trace: { ...trace, hosts, entries }, left };
}

/** The learner's run with the segment on which it broke off: it has arrived, though no step took it. */
function withLastArrival({ theirs, reference, divergence, event }: CaseReport): Trace {
  const isTold = theirs.entries.length > 0 && divergence === null && event !== null;
  if (!isTold || event.event.type !== 'SEGMENT-ARRIVES') return theirs;
  const step = reference.entries.findLast(
    (entry): entry is StepEntry => entry.kind === 'step' && entry.t === event.t,
  );
  const arrival = reference.entries.find(
    (entry) => entry.kind === 'transit' && entry.id === step?.transit,
  );
  if (arrival?.kind !== 'transit') return theirs;
  // One by one: a run may have more entries than a call takes arguments.
  let [n, id] = [0, 0];
  for (const entry of theirs.entries) {
    n = Math.max(n, entry.n + 1);
    if (entry.kind === 'transit') id = Math.max(id, entry.id + 1);
  }
  const added = { ...arrival, n, id };
  return { ...theirs, entries: [...theirs.entries, added].sort((a, b) => a.t - b.t) };
}

/** Without the segments of one moment that are too many to be drawn. */
function thinned(trace: Trace): Trace {
  const sent = new Map<string, number>();
  const entries = trace.entries.filter((entry) => {
    if (entry.kind !== 'transit') return true;
    const moment = `${entry.from} ${String(entry.t)}`;
    const count = (sent.get(moment) ?? 0) + 1;
    sent.set(moment, count);
    return count <= MOST_AT_ONCE;
  });
  return entries.length === trace.entries.length ? trace : { ...trace, entries };
}
