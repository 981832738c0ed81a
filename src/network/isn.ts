import type { Endpoint, Engine, Seq } from '#tcp';

/** When an initial sequence number is drawn. */
export interface Draw {
  /** ms. */
  readonly now: number;
  /** How many were drawn before. */
  readonly drawn: number;
}

/** Where a host takes its initial sequence numbers from. The same arguments give the same number. */
export type IsnSource = (local: Endpoint, remote: Endpoint | null, draw: Draw) => Seq;

/** Gives out initial sequence numbers from a list, in order; the last one is kept. 0 if it is empty. */
export function isnFrom(list: readonly number[]): IsnSource {
  return (_local, _remote, { drawn }) => list[Math.min(drawn, list.length - 1)] ?? 0;
}

const NOBODY: Endpoint = { address: '', port: 0 };

/** Computes them as the engine does (RFC 6528), from the clock and the host's secret of 16 octets. */
export function isnByKey(engine: Engine, key: Uint8Array): IsnSource {
  return (local, remote, { now }) =>
    engine.functions.isn({ local, remote: remote ?? NOBODY }, now * 1000, key);
}
