import type { Result } from './result.ts';
import type { Segment } from './segment.ts';

/** A TCP segment as its octets tell it: the addresses stand in the IP header, the ports here. */
export interface TcpPacket extends Omit<Segment, 'src' | 'dst'> {
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** The four reserved bits; 0 in what we send, ignored in what we receive (RFC 9293 §3.1). */
  readonly reserved: number;
}

/** What a router does with a datagram. */
export type Forwarding =
  | {
      readonly type: 'forward';
      /** The datagram as it goes on. */
      readonly datagram: Uint8Array;
    }
  /** It is addressed to the router itself. */
  | { readonly type: 'deliver' }
  | {
      readonly type: 'time exceeded';
      /** What the ICMP message quotes: the IP header and the first 8 octets of what it carries. */
      readonly quote: Uint8Array;
    }
  | {
      readonly type: 'drop';
      /** For whoever watches. */
      readonly why?: string;
    };

/** Plain functions that read and change octets, each a plank. */
export interface WireFunctions {
  /**
   * Reads a TCP segment, header and options (RFC 9293 §3.1, §3.2). The checksum is not looked at.
   * Never throws: octets that cannot be read give an error, with its place.
   */
  parseSegment(bytes: Uint8Array): Result<TcpPacket>;
  /**
   * Takes an IPv4 datagram, whose header is sound, one hop further (RFC 1812 §5.3.1): its TTL goes
   * down by one, the header's checksum follows (RFC 1624). `addresses` are the router's own, as
   * `10.0.0.254`.
   */
  forward(datagram: Uint8Array, addresses: readonly string[]): Forwarding;
}
