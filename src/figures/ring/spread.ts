/** Something that wants to stand somewhere on a line and takes room there. */
export interface Wish {
  /** Where its middle would stand best. */
  readonly at: number;
  readonly size: number;
}

/**
 * Middles for all wishes, in their order, so that none overlaps another and all lie between `low` and
 * `high` if there is room. First everything is pushed up from its neighbour, then back from the end.
 */
export function spread(wishes: readonly Wish[], low: number, high: number): readonly number[] {
  const order = wishes
    .map((_, i) => i)
    .sort((a, b) => at(wishes, a).at - at(wishes, b).at || a - b);
  const middles = wishes.map(({ at }) => at);
  let free = low;
  for (const i of order) {
    const { size } = at(wishes, i);
    middles[i] = Math.max(middles[i] ?? 0, free + size / 2);
    free = (middles[i] ?? 0) + size / 2;
  }
  let limit = high;
  for (const i of order.reverse()) {
    const { size } = at(wishes, i);
    middles[i] = Math.min(middles[i] ?? 0, limit - size / 2);
    limit = (middles[i] ?? 0) - size / 2;
  }
  return middles;
}

function at(wishes: readonly Wish[], i: number): Wish {
  return wishes[i] ?? { at: 0, size: 0 };
}
