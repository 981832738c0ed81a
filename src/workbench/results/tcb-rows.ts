import type { CaseReport } from '#judge/report.ts';
import type { StepEntry, Trace } from '#trace/trace.ts';

/** A field of the TCB at the event where plank and reference part. */
export interface TcbRow {
  /** As the RFC writes it: `rcv.nxt`. */
  readonly field: string;
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

/** The fields that either side changed at the divergence, those that differ first. */
export function tcbRows({ divergence, theirs, reference }: CaseReport): readonly TcbRow[] {
  const mine = stepAt(theirs, divergence?.theirsAt ?? null);
  const model = stepAt(reference, divergence?.referenceAt ?? null);
  if (!mine || !model) return [];
  const fields = new Set([...Object.keys(model.diff), ...Object.keys(mine.diff)]);
  return [...fields]
    .filter((field) => !INTERNAL.has(field))
    .map((field) => {
      const before = (model.diff[field] ?? mine.diff[field])?.[0];
      const yours = after(mine, field, before);
      const expected = after(model, field, before);
      return { field, before, yours, reference: expected, differs: !same(yours, expected) };
    })
    .sort((a, b) => Number(b.differs) - Number(a.differs));
}

function stepAt(trace: Trace, n: number | null): StepEntry | null {
  const entry = n === null ? undefined : trace.entries[n];
  return entry?.kind === 'step' ? entry : null;
}

/** A field that a step left alone still has the value it had before. */
function after(step: StepEntry, field: string, before: unknown): unknown {
  const change = step.diff[field];
  return change ? change[1] : before;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
