import { add } from '#tcp';
import type { End } from './end.ts';
import { placeOf, startAt } from './octets-seen.ts';
import type { CapturedSegment } from './segments.ts';

/** An ACK may be this far ahead of what was seen: the capture has lost what it acknowledges. */
const MOST_UNSEEN = 2 ** 24;

/** What an ACK from `x` tells: how far `x` has received, and that `y` will soon know. */
export function takeAck({ ctl, ack }: CapturedSegment, x: End, y: End): void {
  if (x.phase === null && !ctl.syn && (y.phase === null || y.phase === 'SYNCHRONIZED')) {
    // The capture begins in the middle.
    x.phase = 'SYNCHRONIZED';
  }
  if (y.sent === null) {
    const answersSyn = x.phase === 'SYN-SENT';
    y.sent = startAt(answersSyn ? add(ack, -1) : ack);
    if (answersSyn) begun(y, add(ack, -1));
  }
  const upTo = placeOf(y.sent, ack);
  const opening = y.phase === 'SYN-SENT' || y.phase === 'SYN-RECEIVED' || x.phase === 'SYN-SENT';
  if (upTo > y.sent.next + (opening ? 0 : MOST_UNSEEN)) return;
  y.sent.next = Math.max(y.sent.next, upTo);
  y.acked = Math.max(y.acked ?? upTo, upTo);

  if (y.iss !== null && upTo >= placeOf(y.sent, y.iss) + 1) {
    y.synAcked = true;
    if (x.phase === 'SYN-SENT' && !ctl.syn) x.phase = 'SYNCHRONIZED';
    // It acknowledges a SYN: its own, with an ACK, was not captured.
    if (x.phase === null && !ctl.syn) x.phase = 'SYNCHRONIZED';
  }
  if (y.fin !== null && upTo >= y.fin) {
    y.finAcked = true;
    x.gotFin = true;
  }
}

/** Its SYN,ACK was not captured, but the answer to it was. */
function begun(y: End, iss: number): void {
  y.iss = iss;
  if (y.sent !== null) y.sent.next = 1;
  y.live = true;
  y.phase = 'SYNCHRONIZED';
}
