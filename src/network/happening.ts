import type { Call, Segment } from '#tcp';
import type { Packet } from './packet.ts';

/** Something that is to happen in a world at some time: plain data, so that a world can be saved. */
export type Happening =
  | {
      readonly kind: 'call';
      readonly host: string;
      /** The connection that the call is about; `null`: the host's latest. OPEN makes it. */
      readonly conn: string | null;
      readonly call: Call;
    }
  | {
      /** A segment that no TCP here sent leaves `from`; it is never lost on its first link. */
      readonly kind: 'inject';
      readonly from: string;
      readonly name: string;
      readonly seg: Segment;
    }
  /** The host loses all its connections, sends nothing, and goes on. */
  | { readonly kind: 'crash'; readonly host: string }
  /** A link is cut, or mended. */
  | { readonly kind: 'plug'; readonly between: readonly [string, string]; readonly up: boolean }
  /** A packet comes to a node from its neighbour `via`. */
  | {
      readonly kind: 'arrival';
      readonly node: string;
      readonly via: string;
      readonly packet: Packet;
    };
