import { lt } from './bound.ts';
import { follow } from './followed.ts';
import type { Segment } from './segment.ts';
import type { Tcb } from './tcb.ts';

/** After this much silence TS.Recent says nothing any more: 24 days, ms (RFC 7323 §5.5). */
const TS_RECENT_EXPIRES = 24 * 24 * 3600 * 1_000;

/** PAWS, RFC 7323 §5.3 R1: a timestamp from before TS.Recent marks an old duplicate. */
export function isOldDuplicate(tcb: Readonly<Tcb>, seg: Segment, now: number): boolean {
  const { tsRecent, tsRecentAt } = tcb.rcv;
  if (tsRecent === null || seg.options.ts === undefined || seg.ctl.rst) return false;
  return lt(seg.options.ts.val, tsRecent) && now - tsRecentAt <= TS_RECENT_EXPIRES;
}

/**
 * RFC 7323 §5.3 R3: takes the timestamp of a segment that spans Last.ACK.sent and has passed PAWS. A
 * reset's does not count (§5.2).
 */
export function takeTimestamp(tcb: Tcb, seg: Segment, now: number): void {
  const { ts } = seg.options;
  const { tsRecent, acked } = tcb.rcv;
  if (tsRecent === null || ts === undefined || seg.ctl.rst || lt(acked, seg.seq)) return;
  follow('RFC7323/4.3');
  tcb.rcv.tsRecent = ts.val;
  tcb.rcv.tsRecentAt = now;
}
