import type { Program, ShipPlank } from './sandbox.ts';

/**
 * The planks of the ship that stand under the judged program, in the order of the labs, each with
 * the exports that count: the judged program's own win, and of two planks with one name the later.
 * A plank that is left with no export is not loaded at all.
 */
export function underJudged({ exports: judged, ship = [] }: Program): readonly ShipPlank[] {
  const taken = new Set(judged);
  const kept: ShipPlank[] = [];
  for (const plank of ship.toReversed()) {
    const exports = plank.exports.filter((name) => !taken.has(name));
    for (const name of exports) taken.add(name);
    if (exports.length > 0) kept.unshift({ ...plank, exports });
  }
  return kept;
}
