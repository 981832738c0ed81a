import { leq, lt } from '#tcp';
import { endOf, receiverOf, type ObservedSegment, type Side } from './connection.ts';

/** How far each end is from the place of the capture, ms one way. */
export type Delays = Readonly<Record<Side, number>>;

/** Segments that wait for an acknowledgment; more of one side are not remembered. */
const MOST_WAITING = 64;

/**
 * A capture shows when a segment came by, not when it left or arrived. What an end answers at once
 * tells how far away it is: half of the shortest time between a segment that came by and the
 * acknowledgment of it. So an answer never leaves before what it answers has arrived. 0 for an end
 * that acknowledged nothing. A segment that was sent again does not count: nobody knows which of the
 * two was answered (Karn).
 */
export function delaysOf(observed: readonly ObservedSegment[]): Delays {
  const shortest = { a: Infinity, b: Infinity };
  const waiting: Record<Side, ObservedSegment[]> = { a: [], b: [] };
  for (const each of observed) {
    const { segment, from, sending } = each;
    const peer = receiverOf(each);
    if (segment.ctl.ack && !segment.ctl.rst) {
      const answered = waiting[peer].filter((other) => lt(other.segment.seq, segment.ack));
      const latest = answered.at(-1);
      if (latest !== undefined) {
        shortest[from] = Math.min(shortest[from], segment.t - latest.segment.t);
      }
      waiting[peer] = waiting[peer].filter((other) => !leq(endOf(other.segment), segment.ack));
    }
    if (sending === 'again') waiting[from] = [];
    if (sending === 'new') waiting[from] = [...waiting[from], each].slice(-MOST_WAITING);
  }
  const half = (gap: number) => (Number.isFinite(gap) ? Math.max(0, gap) / 2 : 0);
  return { a: half(shortest.a), b: half(shortest.b) };
}
