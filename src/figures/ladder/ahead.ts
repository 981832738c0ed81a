import { MOMENT } from '#trace/moment.ts';

/** Is this still to come at the caret? Without a caret nothing is. */
export function isAhead(t: number, now: number | undefined): boolean {
  return now !== undefined && t > now + MOMENT;
}
