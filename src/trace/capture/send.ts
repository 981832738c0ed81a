import type { End } from './end.ts';
import { overlaps, placeOf, see } from './octets-seen.ts';
import type { CapturedSegment } from './segments.ts';

/**
 * What a segment carries: nothing that takes a sequence number, something new, something that was seen
 * before, the probe of a keep-alive, or of a window that is shut.
 */
export type Sending = 'nothing' | 'new' | 'again' | 'keep-alive' | 'window-probe';

/** Takes note of what `x` sends to `y` with a segment that is no reset. */
export function send(segment: CapturedSegment, x: End, y: End): Sending {
  if (x.sent === null) return 'nothing';
  const { ctl, length, seq, data } = segment;
  const first = placeOf(x.sent, seq);
  const end = first + length + Number(ctl.syn) + Number(ctl.fin);
  if (isKeepAlive(segment, x, first)) return 'keep-alive';
  if (isWindowProbe(segment, x, y, first)) {
    x.live = true;
    return 'window-probe';
  }
  if (end === first) {
    x.sent.next = Math.max(x.sent.next, end);
    return 'nothing';
  }
  // In a simultaneous open the SYN goes out once more, now with an ACK: an answer, no retransmission.
  const answers = ctl.syn && ctl.ack && !x.answered && x.called;
  if (ctl.syn && ctl.ack) x.answered = true;
  const again = overlaps(x.sent, first, end) && !answers;
  see(x.sent, first, end);
  if (length > 0) {
    x.lastData = { length, octet: data[0] };
    if (!again) x.live = true;
    if (!again && !ctl.syn && x.phase === 'SYN-RECEIVED') x.synAcked = true;
  }
  return again ? 'again' : 'new';
}

/**
 * RFC 9293 §3.8.4: a probe has SEG.SEQ = SND.NXT−1, and no data or one octet of garbage, when all is
 * acknowledged. An octet that was last sent all alone, and is the same again, is a retransmission
 * whose first ACK was lost.
 */
function isKeepAlive({ ctl, length, data }: CapturedSegment, x: End, first: number): boolean {
  if (x.sent === null || ctl.syn || ctl.fin || length > 1) return false;
  if (first !== x.sent.next - 1 || x.acked === null || x.acked < x.sent.next) return false;
  const alone = x.lastData?.length === 1 && x.lastData.octet === data[0] && x.fin === null;
  return length === 0 || !alone || data[0] === 0;
}

/**
 * RFC 9293 §3.8.6.1: a probe of a shut window brings one new octet, again and again until it is taken.
 * What takes it is the window, not a repair, so it does not count as sent before it is acknowledged.
 */
function isWindowProbe({ ctl, length }: CapturedSegment, x: End, y: End, first: number): boolean {
  if (x.sent === null || ctl.syn || ctl.fin || length !== 1 || y.wnd !== 0) return false;
  return first === x.sent.next && x.acked === first;
}
