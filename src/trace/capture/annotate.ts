import type { Connection } from './connection.ts';
import { nameOf } from './infer.ts';
import { wholeSegment } from './trace-of.ts';
import type { TimedSegment } from './write.ts';

/**
 * The segments of connections as they came by, in order of time, each with a comment that says what is
 * known of both ends after it: for a capture file that explains itself. `later` ms are added.
 */
export function annotated(connections: readonly Connection[], later = 0): readonly TimedSegment[] {
  return connections
    .flatMap(({ a, b, observed }) =>
      observed.map(({ segment, stateA, stateB, sending }) => ({
        t: segment.t + later,
        seg: wholeSegment(segment),
        comment: [
          `${nameOf(a.at)} ${stateA ?? 'unknown'}`,
          `${nameOf(b.at)} ${stateB ?? 'unknown'}`,
          ...(sending === 'again' ? ['sent again'] : []),
        ].join(', '),
      })),
    )
    .sort((one, other) => one.t - other.t);
}
