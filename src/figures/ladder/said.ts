import { MOMENT } from '#trace/moment.ts';
import type { Numbering } from './numbers.ts';

/** All sentences of a run, told beforehand: a figure that brings them needs no code to tell it. */
export interface Said {
  /** How the sentences write sequence numbers. */
  readonly numbering: Numbering;
  /** A moment (ms), what is said at it, and what is said from then on up to the next one. */
  readonly lines: readonly (readonly [at: number, then: string, after: string])[];
}

/** What is said at a time, ms; what lies before the first moment is said as if it were there. */
export function saidAt({ lines }: Said, now: number): string {
  const line = lines.findLast(([at]) => at <= now + MOMENT) ?? lines[0];
  if (line === undefined) return '';
  const [at, then, after] = line;
  return now > at + MOMENT ? after : then;
}
