import { overlap, reach, type Box } from './box.ts';

/** One way to set a label: its boxes, and how far it is from the ideal (0 is ideal). */
export interface Candidate<T> {
  readonly boxes: readonly Box[];
  readonly cost: number;
  readonly place: T;
}

/** Something a label should keep clear of, and what it costs to touch it. */
export interface Obstacle {
  readonly box: Box;
  readonly cost: number;
  /** The label (by index) that may touch it, such as an arrow's own. */
  readonly except?: number;
}

/** What two labels that touch cost: more than all else together. */
const CLASH = 1000;
const ROUNDS = 3;

/**
 * Chooses one candidate for each label so that labels keep clear of one another and of the
 * obstacles. Each label in turn takes its cheapest place given the others'; a few rounds suffice,
 * because a label has at most two neighbours. The same input gives the same places.
 */
export function placeLabels<T>(
  labels: readonly (readonly Candidate<T>[])[],
  obstacles: readonly Obstacle[],
): readonly (Candidate<T> | undefined)[] {
  const chosen: (Candidate<T> | undefined)[] = labels.map(() => undefined);
  const fixed = labels.map((candidates, i) =>
    candidates.map((c) => c.cost + touched(c, i, obstacles)),
  );
  for (let round = 0; round < ROUNDS; round++) {
    labels.forEach((candidates, i) => {
      const others = chosen.filter((other, j) => other !== undefined && j !== i);
      chosen[i] = cheapest(candidates, (c, j) => (fixed[i]?.[j] ?? 0) + clashes(c, others));
    });
  }
  return chosen;
}

function cheapest<T>(items: readonly T[], cost: (item: T, i: number) => number): T | undefined {
  let best: T | undefined;
  let least = Infinity;
  items.forEach((item, i) => {
    const c = cost(item, i);
    if (c >= least) return;
    least = c;
    best = item;
  });
  return best;
}

function touched<T>({ boxes }: Candidate<T>, i: number, obstacles: readonly Obstacle[]): number {
  return obstacles
    .filter(({ except, box }) => except !== i && boxes.some((b) => near(b, box) && overlap(b, box)))
    .reduce((sum, { cost }) => sum + cost, 0);
}

function clashes<T>(c: Candidate<T>, others: readonly (Candidate<T> | undefined)[]): number {
  const boxes = others.flatMap((other) => other?.boxes ?? []);
  return boxes.filter((b) => c.boxes.some((a) => near(a, b) && overlap(a, b))).length * CLASH;
}

/** A quick test that spares most of the exact ones. */
function near(a: Box, b: Box): boolean {
  return Math.abs(a.cy - b.cy) <= reach(a) + reach(b);
}
