import type { Line } from '../ast.ts';
import { answerWords, callWords, judgeAnswer } from './answers.ts';
import type { Live } from './live.ts';
import type { Begun } from './process-types.ts';
import { Mismatch } from './skip.ts';
import { timeWords, toleranceFor, type Tolerance } from './times.ts';
import type { PlacedCall } from './values.ts';

/** A system call with the time of its line. */
export type TimedCall = PlacedCall & { readonly when: Line['when'] };

/** System calls that have begun and not returned: `0.1...0.2 read(…)`. */
export interface Waiting {
  /** Runs a call; nothing that waits is looked at meanwhile. `from`: when the line begins, ms. */
  begin(line: TimedCall, from: number, begin: () => Begun): void;
  /** All that still waits has to return now. */
  finish(): void;
}

/**
 * Holds calls that return against their lines, as soon as the host has taken the step that lets them.
 * All of it throws Mismatch.
 */
export function createWaiting(live: Live, tolerance: Tolerance): Waiting {
  const calls: { readonly line: TimedCall; readonly begun: Begun; readonly due: number }[] = [];
  // A read that returns makes a step of its own.
  let isBusy = false;
  const alone = <T>(body: () => T): T => {
    isBusy = true;
    try {
      return body();
    } finally {
      isBusy = false;
    }
  };

  const settle = (): void => {
    for (const each of [...calls]) {
      const answer = each.begun.again();
      if (answer === 'waits') continue;
      calls.splice(calls.indexOf(each), 1);
      judgeAnswer(each.line, answer);
      const off = Math.abs(live.now() - each.due);
      if (off <= toleranceFor(tolerance, durationOf(each.line))) continue;
      throw new Mismatch(
        each.line.place,
        `${callWords(each.line)} to return at ${timeWords(each.due)}`,
        `it returned at ${timeWords(live.now())}`,
      );
    }
  };
  live.onStep(() => {
    if (!isBusy) alone(settle);
  });

  return {
    begin(line, from, begin) {
      const begun = alone(begin);
      if (begun.answer !== 'waits') return judgeAnswer(line, begun.answer);
      if (line.until === null) {
        const found = `${line.name}() waits, and its line names no end, as 0...0.2 would`;
        throw new Mismatch(line.place, answerWords(line), found);
      }
      calls.push({ line, begun, due: from + durationOf(line) });
    },
    finish() {
      const [first] = calls;
      if (first === undefined) return;
      live.runTo(first.due + tolerance.ms, true);
      alone(settle);
      const [still] = calls;
      if (still === undefined) return;
      const found = `${still.line.name}() never returned`;
      throw new Mismatch(still.line.place, answerWords(still.line), found);
    },
  };
}

/** From a blocking call's line to its return, ms. */
function durationOf({ until, when }: TimedCall): number {
  const start = when.kind === 'at' || when.kind === 'after' ? when.ms : 0;
  return (until ?? start) - start;
}
