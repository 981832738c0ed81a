import type { CapturedDatagram } from './datagram.ts';

/** A datagram, and where the capture file says that it was seen. */
export interface SeenDatagram {
  readonly datagram: CapturedDatagram;
  /** The number of the interface. */
  readonly interface: number;
  /** Its two sockets, the sender first. */
  readonly direction: string;
}

/**
 * Which of these, given in order of time, are copies of earlier ones? A capture on all interfaces of a
 * machine, or at both ends of a path, shows a packet several times. A datagram is told by its headers,
 * without what changes on the way: TTL, traffic class, checksums (a network card may fill in TCP's
 * later). The same headers seen twice at one place are no copy: they were sent twice. So of all places
 * the one counts that saw the datagram most often.
 */
export function copiesAmong<T extends SeenDatagram>(seen: readonly T[]): ReadonlySet<T> {
  const copies = new Set<T>();
  const directions = directionsOfManyPlaces(seen);
  if (directions.size === 0) return copies;
  const counts = new Map<string, Map<string, number>>();
  for (const each of seen) {
    if (!directions.has(each.direction)) continue;
    const key = keyOf(each.datagram);
    const places = counts.get(key) ?? new Map<string, number>();
    counts.set(key, places);
    const place = placeOf(each);
    const most = Math.max(0, ...places.values());
    const here = (places.get(place) ?? 0) + 1;
    places.set(place, here);
    if (here <= most) copies.add(each);
  }
  return copies;
}

/** Most captures have one place for each direction, and need no comparing. */
function directionsOfManyPlaces(seen: readonly SeenDatagram[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const many = new Set<string>();
  for (const each of seen) {
    const place = placeOf(each);
    const before = first.get(each.direction);
    if (before === undefined) first.set(each.direction, place);
    else if (before !== place) many.add(each.direction);
  }
  return many;
}

/** Octets as text; headers that are longer than any real one are compared by their beginning. */
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, LONGEST));

/** Which interface, which link header, how many routers from the sender. */
function placeOf({ datagram: { link, ip }, ...seen }: SeenDatagram): string {
  return `${seen.interface} ${ip.ttl} ${latin(link)}`;
}

/** Where the fields stand that change on the way. */
const V4 = { TRAFFIC_CLASS: 1, TTL: 8, CHECKSUM: 10 } as const;
const V6 = { HOP_LIMIT: 7 } as const;
const TCP = { OFFSET: 12, CHECKSUM: 16 } as const;
const LONGEST = 256;

function keyOf({ ip, header, payloadLength }: CapturedDatagram): string {
  const fields = header.slice();
  if (ip.version === 6) {
    fields.set([0x60, (fields[1] ?? 0) & 0x0f]);
    fields[V6.HOP_LIMIT] = 0;
  } else {
    fields[V4.TRAFFIC_CLASS] = 0;
    fields[V4.TTL] = 0;
    fields.set([0, 0], V4.CHECKSUM);
  }
  const tcpLength = ((ip.payload[TCP.OFFSET] ?? 0) >> 4) * 4;
  const tcp = ip.payload.slice(0, tcpLength);
  if (tcp.length >= TCP.CHECKSUM + 2) tcp.set([0, 0], TCP.CHECKSUM);
  return `${payloadLength} ${latin(fields)} ${latin(tcp)}`;
}
