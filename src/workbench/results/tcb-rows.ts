import type { StepEntry, Trace } from '#trace/trace.ts';
import type { Moment } from './moments.ts';

/** A field of the TCB at one event. */
export interface TcbRow {
  /** As the RFC writes it: `rcv.nxt`. */
  readonly field: string;
  /** `undefined` where the side took no step. */
  readonly before: unknown;
  readonly yours: unknown;
  readonly reference: unknown;
  readonly differs: boolean;
}

/** Bookkeeping of our engine that explains nothing to a learner. */
const INTERNAL = new Set([
  ...['rtx', 'held', 'out', 'in', 'receives', 'local', 'remote', 'settings'],
  ...['rcv.acked', 'rcv.tsRecentAt', 'recover', 'progressAt', 'heardAt', 'askedAt', 'probes'],
  ...['challenges', 'challengesFrom'],
]);

/** The two runs in which a moment stands. */
interface Runs {
  readonly theirs: Trace;
  readonly reference: Trace;
}

/** The fields that either side changed at a moment, those that differ first. */
export function tcbRows({ theirs: mine, reference: model }: Moment, runs: Runs): readonly TcbRow[] {
  const fields = new Set([...Object.keys(model?.diff ?? {}), ...Object.keys(mine?.diff ?? {})]);
  return [...fields]
    .filter((field) => !INTERNAL.has(field))
    .map((field) => {
      const before = (model?.diff[field] ?? mine?.diff[field])?.[0];
      const yours = after(mine, field, runs.theirs, before);
      const expected = after(model, field, runs.reference, before);
      const differs = mine !== null && model !== null && !same(yours, expected);
      return { field, before, yours, reference: expected, differs };
    })
    .sort((a, b) => Number(b.differs) - Number(a.differs));
}

/**
 * A field's value after a step. A step that left it alone left it as an earlier one of the same
 * connection did, which need not be what the other side has.
 */
function after(step: StepEntry | null, field: string, run: Trace, otherwise: unknown): unknown {
  if (step === null) return undefined;
  const last = run.entries.findLast(
    (entry): entry is StepEntry =>
      entry.kind === 'step' && entry.n <= step.n && entry.conn === step.conn && field in entry.diff,
  );
  return last ? last.diff[field]?.[1] : otherwise;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
