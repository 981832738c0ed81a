import type { End, Phase } from './end.ts';
import { placeOf } from './octets-seen.ts';
import type { CapturedSegment } from './segments.ts';

/** What a reset from `x` tells of both ends. */
export function takeReset(segment: CapturedSegment, x: End, y: End): void {
  if (!answersBadAck(segment, x)) end(x, 'CLOSED', 'itself');
  const after = afterReset(segment, x, y);
  if (after !== null) end(y, after, 'peer');
}

function end(one: End, phase: Phase, by: 'itself' | 'peer'): void {
  if (one.reset === null) one.reset = { from: one.phase, by };
  one.phase = phase;
}

/**
 * RFC 9293 §3.10.7.3 and §3.10.7.4, fifth check: in SYN-SENT and SYN-RECEIVED an ACK of something never
 * sent is answered with a reset at that ACK's number, and the state stays.
 */
function answersBadAck({ seq }: CapturedSegment, x: End): boolean {
  if (x.phase !== 'SYN-SENT' && x.phase !== 'SYN-RECEIVED') return false;
  return x.sent !== null && placeOf(x.sent, seq) !== x.sent.next;
}

/** The phase of `y` after the reset from `x`; `null` if it does not take it, or nobody knows. */
function afterReset({ ctl, seq, ack }: CapturedSegment, x: End, y: End): Phase | null {
  switch (y.phase) {
    case null:
      return null;
    case 'SYN-SENT':
      // §3.10.7.3, second check: only a reset that acknowledges the SYN counts.
      return ctl.ack && y.sent !== null && isWithin(placeOf(y.sent, ack), 1, y.sent.next)
        ? 'CLOSED'
        : null;
    case 'SYN-RECEIVED':
      // §3.10.7.4, second check: a passive OPEN goes back to LISTEN.
      if (x.sent !== null && placeOf(x.sent, seq) !== x.sent.next) return null;
      return y.called ? 'CLOSED' : 'LISTEN';
    case 'SYNCHRONIZED': {
      // RFC 5961 §3.2: it must be at RCV.NXT, which lies between what y acknowledged and what x sent.
      if (x.sent === null) return 'CLOSED';
      return isWithin(placeOf(x.sent, seq), x.acked ?? 0, x.sent.next) ? 'CLOSED' : null;
    }
    default:
      return y.phase;
  }
}

function isWithin(place: number, first: number, last: number): boolean {
  return first <= place && place <= last;
}
