import { add, type Endpoint, type Seq, type State } from '#tcp';
import { takeAck } from './acknowledge.ts';
import { type End, stateOf, unknownEnd } from './end.ts';
import { placeOf, startAt } from './octets-seen.ts';
import { takeReset } from './reset.ts';
import type { CapturedSegment } from './segments.ts';
import { takeSyn } from './synchronize.ts';
import { send, type Sending } from './send.ts';

/** One end, the other, both, or nobody. */
export type Side = 'a' | 'b';
export type Who = Side | 'both' | null;

/** What one segment of a connection was, and the states that follow from it. */
export interface ObservedSegment {
  readonly segment: CapturedSegment;
  readonly from: Side;
  readonly sending: Sending;
  readonly stateA: State | null;
  readonly stateB: State | null;
}

/** A connection while its segments come in. `a` is the end that called, where that is known. */
export interface Connection {
  readonly a: End;
  readonly b: End;
  openedBy: Side | 'both' | 'unknown';
  closedFirst: Who;
  resetBy: Who;
  readonly observed: ObservedSegment[];
}

/**
 * A connection that begins with this segment. The end that a SYN,ACK goes to has called. A socket that
 * is connected to itself is both ends, one and the same.
 */
export function begin({ src, dst, ctl }: CapturedSegment): Connection {
  const [a, b]: readonly [Endpoint, Endpoint] = ctl.syn && ctl.ack ? [dst, src] : [src, dst];
  const end = unknownEnd(a);
  return {
    a: end,
    b: isSame(a, b) ? end : unknownEnd(b),
    openedBy: ctl.syn ? 'a' : 'unknown',
    closedFirst: null,
    resetBy: null,
    observed: [],
  };
}

/** The side that a segment goes to; a socket that is connected to itself has but one. */
export function receiverOf({ segment: { src, dst }, from }: ObservedSegment): Side {
  return isSame(src, dst) ? from : from === 'a' ? 'b' : 'a';
}

function isSame(one: Endpoint, other: Endpoint): boolean {
  return one.address === other.address && one.port === other.port;
}

/** The number after the last one that the segment takes. */
export function endOf({ seq, length, ctl }: CapturedSegment): Seq {
  return add(seq, length + Number(ctl.syn) + Number(ctl.fin));
}

/** Which side of the connection sent this segment? */
export function sideOf({ a }: Connection, { src }: CapturedSegment): Side {
  return isSame(a.at, src) ? 'a' : 'b';
}

/**
 * Takes the next segment. What its sender did is certain. Of the receiver this is assumed: a segment
 * that must be answered was received when its answer is seen; a bare ACK and a reset, which nobody
 * answers, at once, until a retransmission shows that they were not.
 */
export function take(connection: Connection, segment: CapturedSegment): void {
  const from = sideOf(connection, segment);
  const [x, y] = from === 'a' ? [connection.a, connection.b] : [connection.b, connection.a];
  const { ctl } = segment;
  const who = x === y ? 'both' : from;

  let sending: Sending = 'nothing';
  if (ctl.rst) {
    connection.resetBy = together(connection.resetBy, who);
    takeReset(segment, x, y);
  } else {
    if (ctl.syn) takeSyn(segment, x, y);
    x.sent ??= startAt(segment.seq);
    sending = send(segment, x, y);
    revive(x, sending);
    if (ctl.syn && !ctl.ack && y.called) connection.openedBy = 'both';
    if (ctl.ack) takeAck(segment, x, y);
    x.wnd = segment.wnd;
    if (ctl.fin) connection.closedFirst = takeFin(segment, connection.closedFirst, who, x, sending);
    for (const end of [x, y]) {
      if (end.phase === 'SYN-RECEIVED' && end.synAcked) end.phase = 'SYNCHRONIZED';
    }
  }
  connection.observed.push({
    segment,
    from,
    sending,
    stateA: stateOf(connection.a, connection.b),
    stateB: stateOf(connection.b, connection.a),
  });
}

/** Who sends after it reset is alive; who sends again after it was reset has not heard of it. */
function revive(x: End, sending: Sending): void {
  if (x.reset === null || (x.reset.by === 'peer' && sending !== 'again')) return;
  if (x.phase === 'CLOSED' || x.phase === 'LISTEN') x.phase = x.reset.from;
  x.reset = null;
}

/** The place after the FIN is where everything ends that its sender has sent. */
function takeFin(
  segment: CapturedSegment,
  closedFirst: Who,
  who: Exclude<Who, null>,
  x: End,
  sending: Sending,
): Who {
  if (x.sent === null) return closedFirst;
  if (x.fin !== null) {
    if (sending === 'again') x.finAcked = false;
    return closedFirst;
  }
  x.fin = placeOf(x.sent, segment.seq) + segment.length + Number(segment.ctl.syn) + 1;
  x.live = true;
  x.closedSecond = x.gotFin;
  if (closedFirst === null) return who;
  return x.gotFin ? closedFirst : together(closedFirst, who);
}

function together(before: Who, who: Exclude<Who, null>): Who {
  return before === null || before === who ? who : 'both';
}
