import { add, type Seq } from '#tcp';
import type { End } from './end.ts';
import { placeOf, startAt } from './octets-seen.ts';
import type { CapturedSegment } from './segments.ts';

/** What a SYN tells of its sender `x`, and with an ACK of the other end `y`, whose SYN it answers. */
export function takeSyn({ ctl, seq, ack }: CapturedSegment, x: End, y: End): void {
  if (!ctl.ack) {
    if (x.iss === null) call(x, seq);
    return;
  }
  if (y.iss === null && y.phase === null) call(y, add(ack, -1));
  if (x.iss !== seq) {
    // The answer of another listener's child: only a caller that has none yet takes it.
    if (x.iss !== null && y.phase !== 'SYN-SENT') return;
    x.iss = seq;
    x.sent = startAt(seq);
    x.answered = false;
    x.phase = null;
  }
  x.live = true;
  const opening = x.phase === null || x.phase === 'SYN-SENT' || x.phase === 'LISTEN';
  if (opening || isBackInSynReceived(x)) {
    x.phase = 'SYN-RECEIVED';
    x.synAcked = x.called && x.synAcked;
    x.reset = null;
  }
}

function call(end: End, iss: Seq): void {
  end.iss = iss;
  end.sent = startAt(iss);
  end.sent.next = 1;
  end.phase = 'SYN-SENT';
  end.live = true;
  end.called = true;
}

/** Its SYN,ACK comes again, and it has sent nothing else: the ACK of it was lost. */
function isBackInSynReceived({ phase, answered, sent, iss }: End): boolean {
  if (phase !== 'SYNCHRONIZED' || !answered || sent === null || iss === null) return false;
  return sent.next <= placeOf(sent, iss) + 1;
}
