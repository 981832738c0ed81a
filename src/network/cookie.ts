import { ctl, NO_DATA, type Segment, type Tcb } from '#tcp';

/* What SYN cookies (RFC 4987 §3.6) ask of a host, as values. What a cookie is, the engine knows. */

/** How long after its last cookie a listener looks for one in an ACK, ms: none is good for longer. */
const LIFE = 128_000;

/** The MSS that a SYN without the option means (MUST-15). */
const DEFAULT_MSS = 536;
const DEFAULT_MSS_V6 = 1220;

/** Is this a call: a SYN and nothing that forbids to take it for one? */
export const isCall = ({ ctl: { syn, ack, rst } }: Segment): boolean => syn && !ack && !rst;

/** Might this be the answer to a cookie? */
export const mayBringCookie = ({ ctl: { syn, ack, rst } }: Segment): boolean => ack && !syn && !rst;

/** Could a cookie still come back to a listener that sent its last one at `cookieAt`? */
export const expectsCookies = (cookieAt: number | null, now: number): boolean =>
  cookieAt !== null && now - cookieAt <= LIFE;

/** The MSS that the caller announced, or the default. */
export const announcedMss = ({ src, options }: Segment): number =>
  options.mss ?? (src.address.includes(':') ? DEFAULT_MSS_V6 : DEFAULT_MSS);

/** The SYN that a cookie stands for, as far as the segment that brings it back can tell. */
export function rememberedSyn(seg: Segment, mss: number): Segment {
  const seq = (seg.seq - 1) >>> 0;
  return { ...seg, seq, ack: 0, ctl: ctl({ syn: true }), data: NO_DATA, options: { mss } };
}

/** Nobody remembers having sent this SYN,ACK: how long it travelled cannot be known (Karn). */
export const unmeasured = (tcb: Tcb): Tcb => ({
  ...tcb,
  rtx: tcb.rtx.map((one) => ({ ...one, again: Math.max(1, one.again) })),
});
