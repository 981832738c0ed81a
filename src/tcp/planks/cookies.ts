import { add, type FourTuple, keyedHash, type Segment, type Seq } from '../learner.ts';

/*
 * SYN cookies (RFC 4987 §3.6 and Appendix A): a listener that has no room left remembers nothing. It
 * writes what it must know into its initial sequence number, which the third segment brings back.
 *
 *   31     27 26   24 23                                        0
 *   ┌────────┬───────┬───────────────────────────────────────────┐
 *   │ bucket │  MSS  │ keyed hash of 4-tuple, SYN, bucket and MSS │
 *   └────────┴───────┴───────────────────────────────────────────┘
 *
 * A cookie costs what did not fit into it: window scale, SACK, timestamps, all but four sizes of MSS.
 */

/** The clock of cookies goes by steps of 64 s (RFC 4987 Appendix A). */
const BUCKET_MS = 64_000;

/** A cookie is good in its own bucket and in the next: for 64 to 128 s. */
const MAX_AGE = 1;

/** What the peer's MSS is rounded down to; the sizes that Linux knows for IPv4. */
const MSS_TABLE = [536, 1300, 1440, 1460] as const;

const bucketOf = (now: number): number => Math.floor(now / BUCKET_MS);

const lowerBits = (
  { local, remote }: FourTuple,
  irs: Seq,
  index: number,
  bucket: number,
  key: Uint8Array,
): number => {
  const parts = [local.address, local.port, remote.address, remote.port, irs, index, bucket];
  return keyedHash(key, parts) & 0xff_ffff;
};

const compose = (tuple: FourTuple, irs: Seq, index: number, bucket: number, key: Uint8Array): Seq =>
  (((bucket % 32) << 27) | (index << 24) | lowerBits(tuple, irs, index, bucket, key)) >>> 0;

/** The largest size in the table that the peer can take; the smallest if it can take none. */
export function makeCookie(
  tuple: FourTuple,
  irs: Seq,
  mss: number,
  now: number,
  key: Uint8Array,
): Seq {
  const fitting = MSS_TABLE.filter((size) => size <= mss).length - 1;
  return compose(tuple, irs, Math.max(0, fitting), bucketOf(now), key);
}

/** The ACK names the number after the cookie, and comes one after the SYN. */
export function checkCookie(
  tuple: FourTuple,
  seg: Pick<Segment, 'seq' | 'ack'>,
  now: number,
  key: Uint8Array,
): number | null {
  const cookie = add(seg.ack, -1);
  const irs = add(seg.seq, -1);
  const index = (cookie >>> 24) & 7;
  const mss = MSS_TABLE[index];
  if (mss === undefined) return null;
  for (let age = 0; age <= MAX_AGE; age += 1) {
    const bucket = bucketOf(now) - age;
    if (bucket >= 0 && compose(tuple, irs, index, bucket, key) === cookie) return mss;
  }
  return null;
}
