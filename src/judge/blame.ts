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
  /** The labs without whose plank it passes; empty if no single one is at fault. */
  readonly culprits: readonly string[];
  /** The whole suite passes with the reference's planks: the judged plank is right. */
  readonly isRight: boolean;
}

/** Judges the same program once more, with other planks: the whole suite, or one case. */
export type JudgeAgain = (ship: readonly ShipPlank[], only: string | undefined) => Promise<Report>;

/**
 * Finds out whether a failure is the judged plank's or another plank's of the learner. What failed
 * is tried with the reference's planks, and then without each of the others.
 */
export async function findFault(
  report: Report,
  ship: readonly ShipPlank[],
  again: JudgeAgain,
): Promise<ShipReport> {
  const base = { labs: ship.map(({ lab }) => lab), fault: null, culprits: [], isRight: false };
  if (report.verdict === 'passed') return { ...base, isRight: report.only === null };
  const failed = report.cases.find(({ verdict }) => verdict !== 'passed');
  const only = report.only ?? undefined;
  const alone = await again([], only);
  if (!passes(alone, failed?.id)) return { ...base, fault: 'own' };

  const culprits: string[] = [];
  for (const { lab } of ship) {
    const others = ship.filter((plank) => plank.lab !== lab);
    // A program that does not even load fails in no case.
    const without = await again(others, failed?.id ?? only);
    if (passes(without, failed?.id)) culprits.push(lab);
  }
  const isRight = alone.verdict === 'passed' && alone.only === null;
  return { ...base, fault: 'others', culprits, isRight };
}

/** Does the case pass? Where none failed, because nothing was run: is anything run? */
function passes({ cases }: Report, id: string | undefined): boolean {
  if (id === undefined) return cases.length > 0;
  return cases.some((each) => each.id === id && each.verdict === 'passed');
}
