import type { Seq } from '#tcp';
import { leq } from '#tcp/bound.ts';
import { add, distance } from '#tcp/seq.ts';

/** How many sequence numbers there are (RFC 9293 §3.4). */
export const RING = 2 ** 32;
/** Numbers so far apart have no order (RFC 1982 §3.2). */
export const HALF = 2 ** 31;
/** The largest window: 65 535 octets, shifted by 14 (RFC 7323 §2.2 and §2.3). */
export const MAX_WND = 65_535 * 2 ** 14;

/** The send sequence space (RFC 9293 §3.3.1, Figure 3). */
export interface Sending {
  /** `null`: not told. */
  readonly iss: Seq | null;
  readonly una: Seq;
  readonly nxt: Seq;
  /** SND.WND, octets. */
  readonly wnd: number;
}

/** The receive sequence space (RFC 9293 §3.3.1, Figure 4). */
export interface Receiving {
  /** `null`: not told. */
  readonly irs: Seq | null;
  readonly nxt: Seq;
  /** RCV.WND, octets. */
  readonly wnd: number;
}

/** Both spaces of one end; `null` where the end has none yet. */
export interface Spaces {
  readonly snd: Sending | null;
  readonly rcv: Receiving | null;
}

export type Side = keyof Spaces;
export const SIDES: readonly Side[] = ['snd', 'rcv'];

/** What is marked on the ring: the variables, and the numbers after the windows' last. */
export type Mark = 'una' | 'nxt' | 'sndEnd' | 'rcvNxt' | 'rcvEnd';

/** The marks of either side, in their order on the ring. */
export const MARKS: Readonly<Record<Side, readonly Mark[]>> = {
  snd: ['una', 'nxt', 'sndEnd'],
  rcv: ['rcvNxt', 'rcvEnd'],
};

/** The side that a mark belongs to. */
export const sideOf = (mark: Mark): Side => (MARKS.snd.includes(mark) ? 'snd' : 'rcv');

/** The number at which a mark stands; `null` if its side has no numbers yet. */
export function placeOf({ snd, rcv }: Spaces, mark: Mark): Seq | null {
  switch (mark) {
    case 'una':
      return snd && snd.una;
    case 'nxt':
      return snd && snd.nxt;
    case 'sndEnd':
      return snd && add(snd.una, snd.wnd);
    case 'rcvNxt':
      return rcv && rcv.nxt;
    case 'rcvEnd':
      return rcv && add(rcv.nxt, rcv.wnd);
  }
}

/** Numbers from SND.UNA up to SND.NXT: sent, and not acknowledged. */
export const inFlight = ({ una, nxt }: Sending): number => distance(una, nxt);

/** The usable window, octets. Negative where the peer has shrunk its window (RFC 9293 §3.8.6, MUST-34). */
export const usable = (snd: Sending): number => snd.wnd - inFlight(snd);

/** A run of numbers that have something in common. */
export interface Stretch {
  readonly kind: 'done' | 'flight' | 'open';
  readonly from: Seq;
  readonly length: number;
}

/** What is done with, in flight and open on one side, in the ring's order; empty ones are left out. */
export function stretches(spaces: Spaces, side: Side): readonly Stretch[] {
  const { snd, rcv } = spaces;
  const all: Stretch[] = [];
  if (side === 'snd' && snd !== null) {
    all.push(done(snd.iss, snd.una));
    all.push({ kind: 'flight', from: snd.una, length: inFlight(snd) });
    all.push({ kind: 'open', from: snd.nxt, length: Math.max(0, usable(snd)) });
  } else if (side === 'rcv' && rcv !== null) {
    all.push(done(rcv.irs, rcv.nxt));
    all.push({ kind: 'open', from: rcv.nxt, length: rcv.wnd });
  }
  return all.filter(({ length }) => length > 0);
}

/** What lies before `up`: from where the numbers began, and never more than the half that is before it. */
function done(began: Seq | null, up: Seq): Stretch {
  const length = began !== null && leq(began, up) ? distance(began, up) : HALF - 1;
  return { kind: 'done', from: add(up, -length), length };
}
