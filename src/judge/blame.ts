import type { ShipPlank } from '#sandbox/sandbox.ts';
import type { Report } from './report.ts';

/** Whose planks stood in the engine besides the judged one, and what they have to do with a failure. */
export interface ShipReport {
  /** The labs of the learner's other planks, in their order. */
  readonly labs: readonly string[];
  /**
   * `null` if nothing failed; `own`: it fails with the reference's planks too; `others`: with the
   * reference's planks it passes.
   */
  readonly fault: null | 'own' | 'others';
  /**
   * The labs whose plank spoils it, each beside others with which it passes, in the ship's order;
   * without all of these it passes. Some are missing, or all, if it took too long to find them.
   */
  readonly culprits: readonly string[];
  /** The whole suite passes with the reference's planks: the judged plank is right. */
  readonly isRight: boolean;
}

/** Judges the same program once more, with other planks: the whole suite, or one case. */
export type JudgeAgain = (ship: readonly ShipPlank[], only: string | undefined) => Promise<Report>;

/** Nobody goes on looking for culprits after this, ms: a learner waits for the verdict. */
const PATIENCE = 8_000;

/**
 * Finds out whether a failure is the judged plank's or another plank's of the learner. What failed
 * is tried with the reference's planks, and then with fewer and fewer of the others. `now`: a clock, ms.
 */
export async function findFault(
  report: Report,
  ship: readonly ShipPlank[],
  again: JudgeAgain,
  now: () => number = () => performance.now(),
): Promise<ShipReport> {
  const base = { labs: ship.map(({ lab }) => lab), fault: null, culprits: [], isRight: false };
  if (report.verdict === 'passed') return { ...base, isRight: report.only === null };
  const failed = report.cases.find(({ verdict }) => verdict !== 'passed')?.id;
  const alone = await again([], report.only ?? undefined);
  if (!passes(alone, failed)) return { ...base, fault: 'own' };

  // A program that does not even load fails in no case: any of them tells whether it loads.
  const asked = failed ?? alone.cases[0]?.id;
  const end = now() + PATIENCE;
  const culprits = await culpritsAmong(ship, async (planks) => {
    if (now() > end) return null;
    return passes(await again(planks, asked), failed);
  });
  const isRight = alone.verdict === 'passed' && alone.only === null;
  return { ...base, fault: 'others', culprits, isRight };
}

/**
 * The labs of the planks that make it fail, found by halving: one that spoils what passed without it,
 * then the next among the rest, until it passes. `passesWith` says `null` when there is no time left.
 */
async function culpritsAmong(
  ship: readonly ShipPlank[],
  passesWith: (planks: readonly ShipPlank[]) => Promise<boolean | null>,
): Promise<readonly string[]> {
  const culprits: string[] = [];
  let rest = ship;
  // It passes with so many planks from the first on; with all of the rest it fails.
  let good = 0;
  let isSure = false;
  for (;;) {
    let bad = rest.length;
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      const isGood = await passesWith(rest.slice(0, middle));
      if (isGood === null) return culprits;
      if (isGood) good = middle;
      else [bad, isSure] = [middle, true];
    }
    // It failed among other cases: a plank that only remembers them is not to be blamed on the last.
    isSure ||= (await passesWith(rest)) === false;
    if (!isSure) return culprits;
    const culprit = rest[good];
    if (culprit === undefined) return culprits;
    culprits.push(culprit.lab);
    rest = rest.filter((plank) => plank !== culprit);
    if (rest.length === good || (await passesWith(rest)) !== false) return culprits;
  }
}

/** Does the case pass? Where none failed, because nothing was run: is anything run? */
function passes({ cases }: Report, id: string | undefined): boolean {
  if (id === undefined) return cases.length > 0;
  return cases.some((each) => each.id === id && each.verdict === 'passed');
}
