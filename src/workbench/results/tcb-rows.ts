import { type Field, fieldAt } from '#figures/inspector/tcb-fields.ts';
import type { StepEntry, Trace } from '#trace/trace.ts';
import type { Moment } from './moments.ts';

/** A field of the TCB at one event. */
export interface TcbRow {
  readonly field: Field;
  /** `undefined` where the side took no step. */
  readonly before: unknown;
  readonly yours: unknown;
  readonly reference: unknown;
  readonly differs: boolean;
}

/**
 * Fields that a learner's plank may leave otherwise than the reference does: the queues hold what is
 * seen when it is sent or read, and the sockets are the same on both sides.
 */
const isTold = ({ group, kind }: Field): boolean => group !== 'queues' && kind !== 'socket';

/** The two runs in which a moment stands. */
interface Runs {
  readonly theirs: Trace;
  readonly reference: Trace;
}

/** The fields that either side changed at a moment, those that differ first. */
export function tcbRows({ theirs: mine, reference: model }: Moment, runs: Runs): readonly TcbRow[] {
  const paths = new Set([...Object.keys(model?.diff ?? {}), ...Object.keys(mine?.diff ?? {})]);
  return [...paths]
    .flatMap((path) => fieldAt(path) ?? [])
    .filter(isTold)
    .map((field) => {
      const { path } = field;
      const before = (model?.diff[path] ?? mine?.diff[path])?.[0];
      const yours = after(mine, path, runs.theirs, before);
      const expected = after(model, path, runs.reference, before);
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
