import type { Deed } from './deed.ts';
import { possible, type Obstacle } from './possible.ts';
import { horizonOf, play, type Play } from './play.ts';
import { moved } from './sense.ts';
import { apply, deedTime, EMPTY_SESSION, type Session, undo } from './session.ts';
import type { Setup } from './setup.ts';
import { type View, viewAt } from './view.ts';

/** A session with a clock: what a reader has before them. Times in ms. */
export interface Desk {
  readonly session: Session;
  readonly now: number;
  /** How far the clock ever went since the session last changed: up to there the future is known. */
  readonly reached: number;
}

/** Nobody has done anything. */
export const EMPTY_DESK: Desk = { session: EMPTY_SESSION, now: 0, reached: 0 };

/** A desk on which a session lies open at a moment. */
export function deskOf(session: Session, now: number): Desk {
  return { session, now, reached: now };
}

/** Runs what lies on the desk, far enough for its clock. */
export function playDesk({ session, now }: Desk): Play {
  return play(session, horizonOf(session, now));
}

/**
 * The desk without what was done after its clock. Who goes back may do otherwise: what a later deed
 * did to a segment has not happened to it yet.
 */
export function pastOf(desk: Desk): Desk {
  const deeds = desk.session.deeds.filter(({ at }) => at <= desk.now);
  const isAll = deeds.length === desk.session.deeds.length;
  return isAll ? desk : deskOf({ ...desk.session, deeds }, desk.now);
}

/** A hair before a moment, ms: less than any two events are apart. */
const HAIR = 0.0005;

/** What is there when a deed happens that is done now. `run`: of `pastOf`. */
export function eveOf({ session, now }: Desk, run: Pick<Play, 'trace'>): View {
  return viewAt(run, session.setup, Math.max(now, deedTime(session, now) - HAIR));
}

/** What stands in the way of a deed. `eve`: of `eveOf`. */
export function obstacle(deed: Deed, { session, now }: Desk, eve: View): Obstacle | null {
  return possible(deed, session, { ...eve, now });
}

/** The deed is done; the clock shows when. */
export function doDeed({ session, now }: Desk, deed: Deed): Desk {
  const at = deedTime(session, now);
  return deskOf(apply(session, deed, now), at);
}

/** The last deed is undone; the clock shows the moment before it. */
export function undoDeed({ session, now }: Desk): Desk {
  const last = session.deeds.at(-1)?.at ?? now;
  return deskOf(undo(session), Math.max(0, Math.min(now, last - 1)));
}

/** The clock goes to another moment. */
export function turnTo(desk: Desk, now: number): Desk {
  return { ...desk, now, reached: Math.max(desk.reached, now) };
}

/** The same deeds on another road, or with other hosts. */
export function resetOn({ session, now, reached }: Desk, setup: Setup): Desk {
  return { session: moved(session, setup), now, reached };
}
