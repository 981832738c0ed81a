import { leq } from '#tcp';
import { endOf, receiverOf, type ObservedSegment, type Side } from './connection.ts';

/**
 * Which segments, by their place, arrived? One that takes sequence numbers arrived if it was
 * acknowledged; of several with the same numbers the one before the acknowledgment, the others may be
 * lost. A bare ACK and a reset, which nobody acknowledges, are taken to arrive, as the inference takes
 * them.
 */
export function arrivedAmong(observed: readonly ObservedSegment[]): ReadonlySet<number> {
  const arrived = new Set<number>();
  const waiting: Record<Side, Map<number, number>> = { a: new Map(), b: new Map() };
  observed.forEach((each, place) => {
    const { segment, from } = each;
    const { ctl, seq, ack } = segment;
    if (ctl.ack) {
      const theirs = waiting[receiverOf(each)];
      for (const [end, sent] of theirs) {
        if (!leq(end, ack)) continue;
        arrived.add(sent);
        theirs.delete(end);
      }
    }
    if (ctl.rst || endOf(segment) === seq) arrived.add(place);
    else waiting[from].set(endOf(segment), place);
  });
  return arrived;
}
