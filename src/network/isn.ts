/** Gives out initial sequence numbers from a list, in order; the last one is kept. 0 if it is empty. */
export function isnFrom(list: readonly number[]): () => number {
  let used = 0;
  return () => list[Math.min(used++, list.length - 1)] ?? 0;
}
