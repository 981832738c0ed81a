import type { IpPacket } from '#wire/ip.ts';
import type { CapturedDatagram } from './datagram.ts';

/**
 * Lengths of datagrams that came in fragments. Only the first fragment has the TCP header; how long
 * the whole is, only the last one tells.
 */
export interface Fragments {
  /** Takes note of a later fragment. */
  add(datagram: CapturedDatagram): void;
  /** Octets of the payload of the datagram that this fragment begins; `null` if the last is missing. */
  whole(first: IpPacket): number | null;
}

/** No fragments yet. */
export function createFragments(): Fragments {
  const ends = new Map<string, number>();
  return {
    add({ ip, payloadLength }) {
      if (!ip.moreFragments) ends.set(keyOf(ip), ip.fragmentOffset + payloadLength);
    },
    whole: (first) => ends.get(keyOf(first)) ?? null,
  };
}

/** RFC 791 §3.2, RFC 8200 §4.5: fragments of one datagram agree in these. */
function keyOf({ source, destination, id }: IpPacket): string {
  return `${source} ${destination} ${id}`;
}
