import type { Job } from './batch.ts';
import type { Group, Progress } from './report.ts';
import { shuffled } from './shuffle.ts';
import type { SuiteCase } from './suite.ts';

/** One run of one case, at its place in the order in which all are run. */
export interface Queued extends Job {
  readonly one: SuiteCase;
  readonly index: number;
}

/**
 * The order in which the cases are run: the written ones shuffled, then the drawn ones. At the end
 * each written one comes once more: an answer that changed betrays a plank that remembers.
 */
export function queueOf(cases: readonly SuiteCase[], seed: number): readonly Queued[] {
  const jobs = cases.flatMap((one) =>
    one.runs.map((run, index): Queued => ({ one, run, index, look: one.group === 'random' })),
  );
  const written = jobs.filter(({ look }) => !look);
  const first = shuffled(written.length, seed).flatMap((i) => written[i] ?? []);
  const drawn = jobs.filter(({ look }) => look);
  return [...first, ...drawn, ...first.filter(({ index }) => index === 0)];
}

/** How far a queue has come, by group. */
export function progressOf(queue: readonly Queued[]): (done: number) => Progress {
  const total = counts(queue);
  return (done) => {
    const reached = counts(queue.slice(0, done));
    const of = (group: Group) => ({ done: reached[group], total: total[group] });
    return {
      done,
      total: queue.length,
      groups: { visible: of('visible'), hidden: of('hidden'), random: of('random') },
    };
  };
}

function counts(queue: readonly Queued[]): Record<Group, number> {
  const sums = { visible: 0, hidden: 0, random: 0 };
  for (const { one } of queue) sums[one.group] += 1;
  return sums;
}
