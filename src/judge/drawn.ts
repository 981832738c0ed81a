import { seenText } from '#sandbox/observe.ts';
import { isCalls, type Run } from '#sandbox/sandbox.ts';
import { expectedValues } from './calls.ts';
import { defaultBias } from './random/default-bias.ts';
import { draw, type Drawn } from './random/draw.ts';
import { rightRecords } from './right.ts';
import type { Suite, SuiteCase } from './suite.ts';

/** The id of the case that stands for all that were drawn. */
export const RANDOM = 'random';

/** The drawn cases of a suite, with what can be seen of the reference in each. */
export interface DrawnCases extends Drawn {
  /** The one case that they are in the list. */
  readonly one: SuiteCase;
  /** What may be seen in the run at a place: the reference’s own answer first. Computed once. */
  expected(index: number): readonly string[];
}

interface Kept {
  readonly key: string;
  readonly cases: DrawnCases;
}

/** The cases last drawn for a suite: as long as it lives, the next run draws the same. */
const kept = new WeakMap<Suite, Kept>();

/**
 * Draws the cases of a suite, by its own bias or by what its planks are about; `null` if none are
 * wanted. The same seed, the same cases.
 */
export function drawnCases(suite: Suite, seed: number, count: number): DrawnCases | null {
  if (count === 0) return null;
  const key = `${seed} ${count}`;
  const before = kept.get(suite);
  if (before?.key === key) return before.cases;

  const drawn = draw(suite.random ?? defaultBias(suite.exports), {
    seed,
    count,
    config: suite.config,
  });
  const seen: (readonly string[] | undefined)[] = [];
  const cases: DrawnCases = {
    ...drawn,
    one: { id: RANDOM, group: 'random', pkt: '', rfc: '', runs: drawn.runs },
    expected: (index) => (seen[index] ??= seenOfReference(drawn.runs[index])),
  };
  kept.set(suite, { key, cases });
  return cases;
}

/** Draws the cases of a suite and answers them, so that the next run need not. */
export function prepareDrawn(suite: Suite, seed: number, count: number): void {
  const cases = drawnCases(suite, seed, count);
  cases?.runs.forEach((_, index) => cases.expected(index));
}

function seenOfReference(run: Run | undefined): readonly string[] {
  if (run === undefined) return [];
  if (isCalls(run)) return [seenText({ values: expectedValues(run) })];
  return rightRecords(run).map(seenText);
}
