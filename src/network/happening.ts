import type { Call, Ctl, Segment } from '#tcp';
import type { Packet } from './packet.ts';

/** What is written over in a segment that somebody forges: the rest stays as it was sent. */
export type Forged = Partial<Pick<Segment, 'seq' | 'ack' | 'wnd' | 'data'>> & {
  readonly ctl?: Ctl;
};

/**
 * What somebody does to a packet on its way: takes it away, holds it up, copies it, lets it change
 * places with another that comes to the same node, or sends a forged one on in its stead. `by`: ms.
 */
export type Grip =
  | { readonly do: 'drop' }
  | { readonly do: 'delay'; readonly by: number }
  | { readonly do: 'duplicate'; readonly by: number }
  | { readonly do: 'swap'; readonly with: string }
  | { readonly do: 'edit'; readonly forged: Forged };

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
  /** Somebody lays hands on a packet that is on its way, by its stable name (`A3`). */
  | { readonly kind: 'grip'; readonly name: string; readonly grip: Grip }
  /** A packet comes to a node from its neighbour `via`. */
  | {
      readonly kind: 'arrival';
      readonly node: string;
      readonly via: string;
      readonly packet: Packet;
    };
