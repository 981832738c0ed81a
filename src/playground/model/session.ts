import type { Deed, TimedDeed } from './deed.ts';
import { isWithin, MOST_DEEDS } from './limits.ts';
import { PLAIN_SETUP, type Setup } from './setup.ts';

/** All that makes a run of the playground: the same session gives the same Trace. Plain data. */
export interface Session {
  readonly setup: Setup;
  /** In order of time. */
  readonly deeds: readonly TimedDeed[];
}

/** A playground in which nobody has done anything yet. */
export const EMPTY_SESSION: Session = { setup: PLAIN_SETUP, deeds: [] };

/** Why there is no room for another deed. */
export type NoRoom = 'full' | 'late';

/**
 * When a deed happens that is done at `now` (ms): with the next whole ms at which nothing has
 * happened yet. So what a reader saw before stays as it was.
 */
export function deedTime({ deeds }: Session, now: number): number {
  const earlier = deeds.findLast(({ at }) => at <= now);
  return Math.max(Math.floor(now) + 1, (earlier?.at ?? -1) + 1);
}

/** Is there room for a deed at `now`? */
export function roomFor(session: Session, now: number): NoRoom | null {
  const before = session.deeds.filter(({ at }) => at <= now);
  if (before.length >= MOST_DEEDS) return 'full';
  return isWithin('time', deedTime(session, now)) ? null : 'late';
}

/** The session with one more deed, done at `now`: what was done after that is undone. */
export function apply(session: Session, deed: Deed, now: number): Session {
  if (roomFor(session, now) !== null) return session;
  const at = deedTime(session, now);
  const deeds = session.deeds.filter((each) => each.at <= now);
  return { ...session, deeds: [...deeds, { at, deed }] };
}

/** The session without its last deed. */
export function undo(session: Session): Session {
  return { ...session, deeds: session.deeds.slice(0, -1) };
}

/** When the last deed was done, ms; 0 if nothing was done. */
export function lastTime({ deeds }: Session): number {
  return deeds.at(-1)?.at ?? 0;
}
