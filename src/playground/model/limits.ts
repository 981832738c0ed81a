/**
 * What a playground takes. Addresses are held against these, so that none of them, whoever wrote it,
 * asks for more than a page can bear. Times in ms, shares in per cent.
 */
export const LIMITS = {
  hosts: [2, 4],
  routers: [0, 3],
  delay: [1, 5_000],
  jitter: [0, 2_000],
  share: [0, 90],
  ttl: [1, 255],
  port: [1, 65_535],
  seed: [1, 0xffff_ffff],
  seq: [0, 0xffff_ffff],
  window: [0, 65_535],
  msl: [10, 600_000],
  rto: [10, 240_000],
  delayedAck: [0, 499],
  /** How long somebody holds a segment up. */
  hold: [1, 600_000],
  /** Octets that one RECEIVE takes. */
  receive: [1, 65_535],
  /** Characters of one SEND. */
  text: [1, 2_000],
  /** Initial sequence numbers that a host is given. */
  isn: [1, 6],
  /** The clock: an hour. */
  time: [0, 3_600_000],
} as const;

export type Limit = keyof typeof LIMITS;

/** More deeds than these nobody follows. */
export const MOST_DEEDS = 120;

/** A run with more steps of hosts than these is ended: its hosts would talk for ever. */
export const MOST_STEPS = 4_000;

/** Is it a whole number within the limit? */
export function isWithin(limit: Limit, n: number): boolean {
  const [least, most] = LIMITS[limit];
  return Number.isInteger(n) && n >= least && n <= most;
}

/** The nearest whole number within the limit. */
export function into(limit: Limit, n: number): number {
  const [least, most] = LIMITS[limit];
  return Number.isFinite(n) ? Math.min(most, Math.max(least, Math.round(n))) : least;
}

/** What a SEND may carry: printable ASCII, so that what stands in an address can be read. */
const TEXT = /^[\x20-\x7e]*$/;

/** May a segment carry this text? */
export function isText(text: string): boolean {
  return isWithin('text', text.length) && TEXT.test(text);
}
