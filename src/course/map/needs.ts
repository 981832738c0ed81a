/** What stands on the map: an id, and the ids of what is better done before it. */
export interface Task {
  readonly id: string;
  readonly needs: readonly string[];
}

/** How many tasks stand before each at least: 0 for one that needs nothing. Throws if they run in a circle. */
export function depths(tasks: readonly Task[]): ReadonlyMap<string, number> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const found = new Map<string, number>();
  const depth = (id: string, way: readonly string[]): number => {
    if (way.includes(id)) throw new Error(`Labs need each other: ${[...way, id].join(' → ')}.`);
    const known = found.get(id);
    if (known !== undefined) return known;
    const needs = (byId.get(id)?.needs ?? []).filter((need) => byId.has(need));
    const own = Math.max(-1, ...needs.map((need) => depth(need, [...way, id]))) + 1;
    found.set(id, own);
    return own;
  };
  for (const { id } of tasks) depth(id, []);
  return found;
}

/** The needs that do not follow from others: what is drawn. */
export function directNeeds(tasks: readonly Task[]): readonly (readonly [string, string])[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const reaches = (from: string, to: string): boolean =>
    (byId.get(from)?.needs ?? []).some((need) => need === to || reaches(need, to));
  return tasks.flatMap(({ id, needs }) =>
    needs
      .filter((need) => byId.has(need))
      .filter((need) => !needs.some((other) => other !== need && reaches(other, need)))
      .map((need) => [need, id] as const),
  );
}
