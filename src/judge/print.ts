import type { Outcome } from '#sandbox/sandbox.ts';
import { encode } from '#sandbox/codec.ts';
import { observedLine } from './observe.ts';
import type { Divergence } from './report.ts';

/** How a case failed: at which of its runs, and in what way. */
export interface Failure {
  readonly run: number;
  readonly outcome: Outcome;
  readonly divergence: Divergence | null;
  /** The calls that had a wrong answer, by their place in a table. */
  readonly wrong?: readonly number[];
}

/**
 * A failure's print: two plants of the same mistake leave the same one. Names a misconception by
 * the mutant that fails alike.
 */
export function printOf({ run, outcome, divergence, wrong }: Failure): string {
  const what =
    divergence === null
      ? `${outcome.kind} ${'at' in outcome ? JSON.stringify(outcome.at) : ''}${answers(outcome, wrong)}`
      : `${divergence.what} ${JSON.stringify(divergence.cause)} ${
          divergence.actual === null ? 'nothing' : observedLine(divergence.actual)
        }`;
  return hash(`${run} ${what}`);
}

/** All wrong answers of a table: which of several mistakes it was shows in the whole of them. */
function answers({ record }: Outcome, wrong: Failure['wrong']): string {
  if (wrong === undefined || !('values' in record)) return '';
  return wrong.map((i) => `${i} ${encode(record.values[i])}`).join('; ');
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
 * nothing yet has made no particular mistake. Only the cases `among` count: of several functions, some
 * may not be written yet.
 */
export function matchMutant(
  prints: Readonly<Record<string, Readonly<Record<string, string>>>>,
  failures: Readonly<Record<string, string>>,
  caseId: string,
  among: (id: string) => boolean = () => true,
): string | null {
  const score = (of: Readonly<Record<string, string>>): number => {
    const ids = Object.keys({ ...of, ...failures }).filter(among);
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
