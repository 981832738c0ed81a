import { createField, type Field } from './field.ts';
import type { Box } from './box.ts';

/** One way to set a label: its boxes, and how far it is from the ideal (0 is ideal). */
export interface Candidate<T> {
  readonly boxes: readonly Box[];
  readonly cost: number;
  readonly place: T;
}

/** One wording of a label, and the places it may have. None of them costs less than `cost`. */
export interface Setting<T> {
  readonly cost: number;
  readonly candidates: () => readonly Candidate<T>[];
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
/** A label that pays this much looks again once the others stand. */
const DEAR = 60;
const ROUNDS = 3;

/**
 * Chooses one candidate for each label so that labels keep clear of one another and of the
 * obstacles. Each label in turn takes its cheapest place given the others'; a few rounds suffice,
 * because a label has few neighbours. What still touches another, or other text, is left out. The same
 * input gives the same places. `wordings`: the settings of each label, the cheapest first.
 */
export function placeLabels<T>(
  wordings: readonly (readonly Setting<T>[])[],
  obstacles: readonly Obstacle[],
): readonly (Candidate<T> | undefined)[] {
  const ground = createField<Obstacle>();
  for (const obstacle of obstacles) ground.add(obstacle.box, obstacle);
  const labels = createField<number>();
  const chosen: (Candidate<T> | undefined)[] = wordings.map(() => undefined);
  const paid = wordings.map(() => Infinity);
  const lift = (i: number) => chosen[i]?.boxes.forEach((box) => labels.remove(box, i));
  for (let round = 0; round < ROUNDS; round++) {
    wordings.forEach((settings, i) => {
      if ((paid[i] ?? 0) < DEAR) return;
      lift(i);
      const found = cheapest(settings, i, ground, labels);
      chosen[i] = found.candidate;
      paid[i] = found.cost;
      found.candidate?.boxes.forEach((box) => labels.add(box, i));
    });
  }
  for (let i = chosen.length - 1; i >= 0; i--) {
    const isClear = chosen[i]?.boxes.every(
      (box) =>
        labels.touching(box).every((j) => j === i) &&
        ground.touching(box).every(({ cost }) => cost < CLASH),
    );
    if (isClear !== false) continue;
    lift(i);
    chosen[i] = undefined;
  }
  return chosen;
}

function cheapest<T>(
  settings: readonly Setting<T>[],
  i: number,
  ground: Field<Obstacle>,
  labels: Field<number>,
): { readonly candidate: Candidate<T> | undefined; readonly cost: number } {
  let best: Candidate<T> | undefined;
  let least = Infinity;
  for (const setting of settings) {
    // No later one is cheaper.
    if (setting.cost >= least) break;
    for (const candidate of setting.candidates()) {
      const cost = costOf(candidate, i, ground, labels, least);
      if (cost >= least) continue;
      least = cost;
      best = candidate;
    }
  }
  return { candidate: best, cost: least };
}

/** What a candidate costs; as soon as it is no less than `most`, some number that is no less. */
function costOf<T>(
  { boxes, cost }: Candidate<T>,
  i: number,
  ground: Field<Obstacle>,
  labels: Field<number>,
  most: number,
): number {
  let sum = cost;
  for (const box of boxes) {
    if (sum >= most) return sum;
    for (const { except, cost: price } of ground.touching(box)) if (except !== i) sum += price;
    sum += labels.touching(box).length * CLASH;
  }
  return sum;
}
