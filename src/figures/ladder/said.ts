import { MOMENT } from '#trace/moment.ts';
import type { Numbering } from './numbers.ts';

/** What is said of a time, as HTML: a sentence, and as items of a list the rules behind what happens then. */
export interface Caption {
  readonly sentence: string;
  readonly rules: string;
}

/** All that is said of a run, told beforehand: a figure that brings it needs no code to tell it. */
export interface Said {
  /** How the sentences write sequence numbers. */
  readonly numbering: Numbering;
  /**
   * A moment (ms), what is said at it, the rules behind that, and what is said from then on up to the
   * next moment, where no rule is followed. HTML.
   */
  readonly lines: readonly (readonly [at: number, then: string, rules: string, after: string])[];
}

/** What is said at a time, ms; what lies before the first moment is said as if it were there. */
export function saidAt({ lines }: Said, now: number): Caption {
  const line = lines.findLast(([at]) => at <= now + MOMENT) ?? lines[0];
  if (line === undefined) return { sentence: '', rules: '' };
  const [at, then, rules, after] = line;
  return now > at + MOMENT ? { sentence: after, rules: '' } : { sentence: then, rules };
}
