import type { Endpoint } from '#tcp';
import { begin, type Connection, sideOf, take } from './connection.ts';
import { type End, stateOf } from './end.ts';
import { placeOf, type OctetsSeen } from './octets-seen.ts';
import type { CapturedSegment } from './segments.ts';

/** Earlier incarnations of a 4-tuple that a late segment may still belong to. */
const REMEMBERED = 4;

/** How far ahead of what was seen a segment of the same incarnation may be, octets. */
const AHEAD = 2 ** 22;

/**
 * Sorts segments, given in order of time, into connections: both directions of a 4-tuple together, and
 * each incarnation of it for itself. In order of their first segments.
 */
export function inferConnections(segments: readonly CapturedSegment[]): readonly Connection[] {
  const all: Connection[] = [];
  const incarnations = new Map<string, Connection[]>();
  for (const segment of segments) {
    const key = fourTuple(segment);
    const known = incarnations.get(key) ?? [];
    const { syn } = segment.ctl;
    // What fits none belongs to the newest: the capture may have lost much. A SYN begins a new one.
    const connection =
      known.findLast((each) => fits(each, segment, 0)) ??
      known.findLast((each) => fits(each, segment, AHEAD)) ??
      (syn ? undefined : known.at(-1));
    if (connection !== undefined) {
      take(connection, segment);
      continue;
    }
    const fresh = begin(segment);
    take(fresh, segment);
    all.push(fresh);
    incarnations.set(key, [...known, fresh].slice(-REMEMBERED));
  }
  return all;
}

/** The same for both directions. */
function fourTuple({ src, dst }: CapturedSegment): string {
  return [src, dst].map(nameOf).sort().join(' ');
}

/** `address:port`, `[v6]:port`. */
export function nameOf({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/**
 * Can the segment belong to this incarnation, by its sequence and acknowledgment numbers? They may lie
 * `ahead` of what was seen.
 */
function fits(connection: Connection, segment: CapturedSegment, ahead: number): boolean {
  const from = sideOf(connection, segment);
  const [x, y] = from === 'a' ? [connection.a, connection.b] : [connection.b, connection.a];
  const { ctl, seq, ack } = segment;
  const acked = y.sent !== null && ctl.ack && isNear(y.sent, ack, 0) ? placeOf(y.sent, ack) : null;
  const answersSyn = y.iss !== null && acked !== null && acked > 0;
  if (ctl.syn && !ctl.ack) {
    const crosses = x.sent === null && x.phase === null && y.phase === 'SYN-SENT';
    return (x.iss === seq && !isOver(x, y)) || crosses;
  }
  if (ctl.syn) return x.iss === seq || answersSyn;
  const follows = x.sent !== null && isNear(x.sent, seq, ahead);
  if (ctl.rst) return acked !== null || follows;
  if (x.sent === null) return y.phase !== 'SYN-SENT' || answersSyn;
  return follows && (!ctl.ack || y.sent === null || isNear(y.sent, ack, ahead));
}

/**
 * Has the end let go of the connection, so that the same SYN begins another? Who is refused, in
 * SYN-SENT, may go on asking: some systems do.
 */
function isOver(end: End, peer: End): boolean {
  const state = stateOf(end, peer);
  const isRefused = end.reset?.by === 'peer' && end.reset.from === 'SYN-SENT';
  return state === 'TIME-WAIT' || (state === 'CLOSED' && !isRefused);
}

/** Does the number lie in what was seen, one before it (a keep-alive), or up to `ahead` after it? */
function isNear(seen: OctetsSeen, number: number, ahead: number): boolean {
  const place = placeOf(seen, number);
  const lowest = Math.min(0, seen.ranges[0]?.[0] ?? 0);
  return lowest - 1 <= place && place <= seen.next + ahead;
}
