import { add } from '#tcp/seq.ts';
import { inFlight, MAX_WND, type Mark, placeOf, type Side, type Spaces, usable } from './spaces.ts';

/** How far a mark can go, in numbers from where it stands, and what stops it there (`ring.refuse.…`). */
export interface Reach {
  /** Backwards: 0 or less. */
  readonly low: number;
  readonly high: number;
  readonly whyLow: string;
  readonly whyHigh: string;
}

/** What came of a move. */
export interface Moved {
  /** With the mark as far as it can go. */
  readonly spaces: Spaces;
  /** Why it did not go all the way, as the end of a message key; `null` if it did. */
  readonly refused: string | null;
}

/**
 * How far a mark can be moved so that the values are still those of a TCB: SND.UNA =< SND.NXT, nothing
 * is sent beyond the window, nothing taken beyond it. Only a peer that shrinks its window brings its
 * end before SND.NXT (RFC 9293 §3.8.6, MUST-34).
 */
export function reachOf({ snd, rcv }: Spaces, mark: Mark): Reach {
  const none: Reach = { low: 0, high: 0, whyLow: 'none', whyHigh: 'none' };
  const windowEnd = (wnd: number): Reach => ({
    ...{ low: 0 - wnd, high: MAX_WND - wnd, whyLow: 'windowLow', whyHigh: 'windowHigh' },
  });
  switch (mark) {
    case 'una': {
      if (snd === null) return none;
      const [low, high] = [0 - Math.max(0, usable(snd)), inFlight(snd)];
      return { low, high, whyLow: 'unaLow', whyHigh: 'unaHigh' };
    }
    case 'nxt': {
      if (snd === null) return none;
      const [low, high] = [0 - inFlight(snd), Math.max(0, usable(snd))];
      return { low, high, whyLow: 'nxtLow', whyHigh: 'nxtHigh' };
    }
    case 'rcvNxt':
      if (rcv === null) return none;
      return { low: rcv.wnd - MAX_WND, high: rcv.wnd, whyLow: 'windowHigh', whyHigh: 'rcvNxtHigh' };
    case 'sndEnd':
      return snd === null ? none : windowEnd(snd.wnd);
    case 'rcvEnd':
      return rcv === null ? none : windowEnd(rcv.wnd);
  }
}

/**
 * Moves a mark by so many numbers, or as far as it can go. SND.WND counts from SND.UNA, so the end of
 * the send window goes along with it. The end of the receive window stays where it is when RCV.NXT
 * moves: octets that arrive take their room (RFC 9293 §3.8.6.2.2).
 */
export function moveMark(spaces: Spaces, mark: Mark, by: number): Moved {
  const { low, high, whyLow, whyHigh } = reachOf(spaces, mark);
  const way = Math.min(high, Math.max(low, by));
  const refused = by < low ? whyLow : by > high ? whyHigh : null;
  return { spaces: way === 0 ? spaces : movedBy(spaces, mark, way), refused };
}

function movedBy(spaces: Spaces, mark: Mark, by: number): Spaces {
  const { snd, rcv } = spaces;
  switch (mark) {
    case 'una':
      return { snd: snd && { ...snd, una: add(snd.una, by) }, rcv };
    case 'nxt':
      return { snd: snd && { ...snd, nxt: add(snd.nxt, by) }, rcv };
    case 'sndEnd':
      return { snd: snd && { ...snd, wnd: snd.wnd + by }, rcv };
    case 'rcvNxt':
      return { snd, rcv: rcv && { ...rcv, nxt: add(rcv.nxt, by), wnd: rcv.wnd - by } };
    case 'rcvEnd':
      return { snd, rcv: rcv && { ...rcv, wnd: rcv.wnd + by } };
  }
}

/** Carries all numbers of one side along the ring. Nothing stops that: every number can come first. */
export function carry(spaces: Spaces, side: Side, by: number): Spaces {
  const { snd, rcv } = spaces;
  const along = (n: number | null) => (n === null ? null : add(n, by));
  if (side === 'snd' && snd !== null) {
    const moved = { iss: along(snd.iss), una: add(snd.una, by), nxt: add(snd.nxt, by) };
    return { rcv, snd: { ...snd, ...moved } };
  }
  if (side === 'rcv' && rcv !== null) {
    return { snd, rcv: { ...rcv, irs: along(rcv.irs), nxt: add(rcv.nxt, by) } };
  }
  return spaces;
}

/** The way from a mark to a number, the shorter way round: from −2³¹ to 2³¹ − 1. */
export function wayTo(spaces: Spaces, mark: Mark, to: number): number {
  return (to - (placeOf(spaces, mark) ?? to)) | 0;
}

/** Why values that are given cannot be those of a TCB, as the end of a message key; `null` if they can. */
export function wrongWith({ snd, rcv }: Spaces): string | null {
  for (const side of [snd, rcv]) {
    if (side !== null && side.wnd < 0) return 'windowLow';
    if (side !== null && side.wnd > MAX_WND) return 'windowHigh';
  }
  if (snd !== null && inFlight(snd) > MAX_WND) return 'nxtHigh';
  return null;
}
