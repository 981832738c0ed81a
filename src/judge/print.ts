import type { RunOutcome } from '#sandbox/sandbox.ts';
import { observedLine } from './observe.ts';
import type { Divergence } from './report.ts';

/** How a case failed: at which of its runs, and in what way. */
export interface Failure {
  readonly run: number;
  readonly outcome: RunOutcome;
  readonly divergence: Divergence | null;
}

/**
 * A failure's print: two plants of the same mistake leave the same one. Names a misconception by
 * the mutant that fails alike.
 */
export function printOf({ run, outcome, divergence }: Failure): string {
  const what =
    divergence === null
      ? `${outcome.kind} ${'at' in outcome ? JSON.stringify(outcome.at) : ''}`
      : `${divergence.what} ${JSON.stringify(divergence.cause)} ${
          divergence.actual === null ? 'nothing' : observedLine(divergence.actual)
        }`;
  return hash(`${run} ${what}`);
}

/** FNV-1a, 32 bits: short, and nothing hangs on its strength. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  }
  return (state >>> 0).toString(16).padStart(8, '0');
}

/** A failure that a misconception does not explain counts against it, half. */
const UNEXPLAINED = 0.5;

/**
 * The known misconception that fails in the same way in the given case; of several, the one that
 * explains most of the other failures too. None, if it explains too little: a plank that does
 * nothing yet has made no particular mistake.
 */
export function matchMutant(
  prints: Readonly<Record<string, Readonly<Record<string, string>>>>,
  failures: Readonly<Record<string, string>>,
  caseId: string,
): string | null {
  const score = (of: Readonly<Record<string, string>>): number => {
    const ids = Object.keys({ ...of, ...failures });
    return ids.reduce((sum, id) => {
      if (of[id] === failures[id]) return sum + 1;
      return sum - (of[id] === undefined ? UNEXPLAINED : 1);
    }, 0);
  };
  const alike = Object.entries(prints)
    .filter(([, of]) => of[caseId] === failures[caseId])
    .map(([name, of]) => ({ name, score: score(of) }))
    .sort((a, b) => b.score - a.score);
  const best = alike[0];
  return best !== undefined && best.score > 0 ? best.name : null;
}
