import type { CaseReport } from '#judge/report.ts';
import type { TcpEvent } from '#tcp';
import type { StepEntry, Trace } from '#trace/trace.ts';

/** One event of a case, with what each host made of it. */
export interface Moment {
  /** Virtual time, ms. */
  readonly t: number;
  readonly event: TcpEvent;
  /** `null` where the event did not happen, or was not survived. */
  readonly theirs: StepEntry | null;
  readonly reference: StepEntry | null;
  /** Here the case failed. */
  readonly parts: boolean;
}

/** The events of a case in the order of time: the same inputs went to both, so most are shared. */
export function momentsOf(report: CaseReport): readonly Moment[] {
  const theirs = stepsOf(report.theirs);
  const reference = stepsOf(report.reference);
  const moments: Moment[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const [a, b] = [theirs[i], reference[j]];
    if (a === undefined && b === undefined) break;
    const pair = pairOf(a, b, reference.slice(j, j + AHEAD));
    if (pair.theirs) i += 1;
    if (pair.reference) j += 1;
    const { t, event } = pair.theirs ?? pair.reference ?? { t: 0, event: { type: 'STATUS' } };
    moments.push({ t, event, ...pair, parts: isWhereItFailed(report, pair) });
  }
  return withFailedEvent(report, moments);
}

/** So far ahead an event that came earlier on the other side is looked for. */
const AHEAD = 8;

type Pair = Pick<Moment, 'theirs' | 'reference'>;

function pairOf(
  a: StepEntry | undefined,
  b: StepEntry | undefined,
  coming: readonly StepEntry[],
): Pair {
  if (a === undefined || b === undefined) return { theirs: a ?? null, reference: b ?? null };
  if (isSame(a, b)) return { theirs: a, reference: b };
  const isTheirsFirst = a.t < b.t || (a.t === b.t && !coming.some((each) => isSame(a, each)));
  return isTheirsFirst ? { theirs: a, reference: null } : { theirs: null, reference: b };
}

function isSame(a: StepEntry, b: StepEntry): boolean {
  return a.t === b.t && isSameEvent(a.event, b.event);
}

function isSameEvent(a: TcpEvent, b: TcpEvent): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'TIMEOUT') return b.type === 'TIMEOUT' && a.timer === b.timer;
  return JSON.stringify(a) === JSON.stringify(b);
}

function isWhereItFailed({ divergence, event }: CaseReport, { theirs, reference }: Pair): boolean {
  if (divergence) {
    const [n, m] = [divergence.theirsAt, divergence.referenceAt];
    return (n !== null && theirs?.n === n) || (m !== null && reference?.n === m);
  }
  if (!event || theirs || !reference) return false;
  return reference.t === event.t && isSameEvent(reference.event, event.event);
}

/** An event at which the plank did not come to an end, and which the reference passes over. */
function withFailedEvent({ event, divergence }: CaseReport, moments: readonly Moment[]) {
  if (!event || divergence || moments.some(({ parts }) => parts)) return moments;
  return [...moments, { ...event, theirs: null, reference: null, parts: true }].sort(
    (a, b) => a.t - b.t,
  );
}

function stepsOf({ entries }: Trace): readonly StepEntry[] {
  return entries.filter((entry) => entry.kind === 'step');
}
