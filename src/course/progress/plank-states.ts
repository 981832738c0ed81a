/** Where a plank is: still the reference's, out of the hull and waiting, or laid by the reader. */
export type PlankState = 'reference' | 'next' | 'laid';

/** Where each plank is. `order` is the order of the labs; the first that is not laid is next. */
export function plankStates(
  order: readonly string[],
  isLaid: (lab: string) => boolean,
): ReadonlyMap<string, PlankState> {
  const next = order.find((lab) => !isLaid(lab));
  return new Map(
    order.map((lab) => [lab, isLaid(lab) ? 'laid' : lab === next ? 'next' : 'reference']),
  );
}
