import { lt, type Config, type Segment, type Tcb } from '../learner.ts';

/**
 * May this SYN open a new connection in place of one in TIME-WAIT? MAY-2 asks that its number be
 * larger than any the old connection saw; RFC 6191 §2 lets a newer timestamp show the same (SHLD-4).
 */
export function mayReopen(tcb: Readonly<Tcb>, seg: Segment, config: Config): boolean {
  if (config.reopen === 'never' || !seg.ctl.syn || seg.ctl.ack || seg.ctl.rst) return false;
  const isNewer = lt(tcb.rcv.nxt, seg.seq);
  if (config.reopen === 'sequence') return isNewer;

  const { tsRecent } = tcb.rcv;
  const { ts } = seg.options;
  if (ts === undefined) return isNewer;
  // The old connection had no timestamps, the new one has: its segments cannot be mistaken.
  if (tsRecent === null) return true;
  return lt(tsRecent, ts.val) || (tsRecent === ts.val && isNewer);
}
