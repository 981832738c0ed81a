import { reference, withPlanks } from '#tcp';
import type { Fault } from '../fault.ts';
import type { Trial } from './suite.ts';

/** A test that notices a fault, and how. */
export interface Kill {
  readonly trial: string;
  readonly why: string;
}

/** What became of one fault. */
export interface Hunted {
  readonly fault: Fault;
  /** In the order in which they were found, that of the test that the fault names first. */
  readonly kills: readonly Kill[];
  /** Is the test that the fault names one that the reference passes? */
  readonly isSound: boolean;
}

/**
 * Puts a broken engine to the tests, that which the fault names first, until one notices it, or to
 * `all` of them. A test counts only if the reference passes it.
 */
export function hunt(fault: Fault, trials: readonly Trial[], all = false): Hunted {
  const { killedBy, planks, profile = 'rfc9293' } = fault;
  const engine = withPlanks(reference, planks);
  const kills: Kill[] = [];
  for (const trial of inOrder(trials, killedBy)) {
    const why = trial.judge(engine, profile);
    if (why === null || !trial.isSound(profile)) continue;
    kills.push({ trial: trial.name, why });
    if (!all) break;
  }
  const named = trials.find(({ name }) => name === killedBy);
  return { fault, kills, isSound: named?.isSound(profile) ?? false };
}

/** The test that the fault names; then those of the same folder; then the rest. */
function inOrder(trials: readonly Trial[], first: string): readonly Trial[] {
  const folder = first.slice(0, first.search(/[/:]/) + 1);
  const rank = ({ name }: Trial): number => (name === first ? 0 : name.startsWith(folder) ? 1 : 2);
  return trials.toSorted((a, b) => rank(a) - rank(b));
}

/** Did the test that the fault names notice it? */
export function isDead({ fault, kills, isSound }: Hunted): boolean {
  return isSound && kills[0]?.trial === fault.killedBy;
}
