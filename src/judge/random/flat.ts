/** Things with weights as a list in which each stands as often as it weighs: one place is drawn. */
export function flat<T>(weights: readonly (readonly [thing: T, weight: number])[]): readonly T[] {
  return weights.flatMap(([thing, weight]) => Array.from({ length: weight }, () => thing));
}

/** The thing at a place of a list; places beyond the end begin anew. The list is not empty. */
export function at<T>(list: readonly T[], place: number): T {
  return list[place % list.length] as T;
}

/** The list without one thing, for each of them, beginning with the last. */
export function* withoutOne<T>(list: readonly T[]): Iterable<readonly T[]> {
  for (let i = list.length - 1; i >= 0; i--) yield list.toSpliced(i, 1);
}
