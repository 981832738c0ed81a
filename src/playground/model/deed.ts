import type { Forgery, OldSegment } from '#scenario/scenario.ts';
import type { HostName } from './setup.ts';

/** A user call of one of the hosts, on one of its connections. */
export type CallDeed = { readonly host: HostName } & (
  | { readonly do: 'listen'; readonly port: number }
  | {
      readonly do: 'open';
      readonly to: HostName;
      readonly port: number;
      /** The local port. */
      readonly from: number;
    }
  | { readonly do: 'send'; readonly conn: string; readonly text: string }
  | { readonly do: 'receive'; readonly conn: string; readonly max: number }
  /** CLOSE of the RFC: this direction ends, the other stays open. */
  | { readonly do: 'close'; readonly conn: string }
  /** `close()` of the socket world: nobody reads any more either. */
  | { readonly do: 'leave'; readonly conn: string }
  | { readonly do: 'abort'; readonly conn: string }
  /** The host loses all its connections, and goes on. */
  | { readonly do: 'crash' }
);

/** What somebody does to a segment on its way, by its stable name (`A3`). `by`: ms. */
export type GripDeed = { readonly segment: string } & (
  | { readonly do: 'drop' }
  | { readonly do: 'delay' | 'duplicate'; readonly by: number }
  | { readonly do: 'swap'; readonly with: string }
  | { readonly do: 'edit'; readonly forgery: Forgery }
);

/** A segment of an earlier connection leaves `from`: nobody's TCP has sent it now. */
export interface OldDeed {
  readonly do: 'old';
  readonly from: HostName;
  readonly to: HostName;
  readonly fromPort: number;
  readonly toPort: number;
  readonly flags: OldSegment['flags'];
  readonly seq: number;
  readonly ack: number;
}

/** Somebody cuts the link between two neighbours, or mends it. */
export interface PlugDeed {
  readonly do: 'cut' | 'mend';
  readonly between: readonly [string, string];
}

/** What a reader can do in the playground. */
export type Deed = CallDeed | GripDeed | OldDeed | PlugDeed;

/** A deed, and when, ms: whole numbers, no two the same. */
export interface TimedDeed {
  readonly at: number;
  readonly deed: Deed;
}

/** The control bits that an old segment may have. */
export const OLD_FLAGS = ['SYN', 'ACK', 'RST', 'FIN,ACK'] as const;
