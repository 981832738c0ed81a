import { icmpDatagram } from '#wire/icmp-error.ts';
import { segmentToDatagram } from '#wire/segment.ts';
import type { IcmpEntry, Trace, TraceEntry, TransitEntry } from '../trace.ts';

/** A datagram and when it was seen, ms. */
export interface TimedDatagram {
  readonly t: number;
  readonly datagram: Uint8Array;
  /** What a reader of the file is told beside the packet. */
  readonly comment: string;
}

/** An ICMP message quotes the IP header and 8 octets of what it carries (RFC 792). */
const QUOTED = 8;
const DEFAULT_TTL = 64;

/**
 * What a tap beside each sender sees of a Trace. A copy that the network makes on the way is not
 * among it; what an earlier connection left behind was sent before all the rest. The comment has
 * the states in which the hosts then are.
 * @param routers addresses of routers and NATs by name; ICMP messages of others are left out
 */
export function packetsOf(
  { hosts, entries }: Trace,
  routers: Readonly<Record<string, string>>,
): readonly TimedDatagram[] {
  const states = new Map(hosts.map(({ name, initial }) => [name, initial]));
  const addresses = new Map([
    ...Object.entries(routers),
    ...hosts.map(({ name, address }) => [name, address] as const),
  ]);
  const sent = new Map<number, TransitEntry>();
  const [old, rest] = [entries.filter(isOld), entries.filter((entry) => !isOld(entry))];
  const start = Math.min(0, entries[0]?.t ?? 0);
  return [...old, ...rest].flatMap((entry): readonly TimedDatagram[] => {
    if (entry.kind === 'step' || entry.kind === 'seen') states.set(entry.host, entry.after);
    if (entry.kind === 'crash') states.set(entry.host, 'CLOSED');
    if (entry.kind === 'transit') sent.set(entry.id, entry);
    const datagram =
      entry.kind === 'transit'
        ? segmentIn(entry)
        : entry.kind === 'icmp'
          ? messageIn(entry, sent.get(entry.about), addresses.get(entry.from))
          : null;
    if (datagram === null || !('name' in entry)) return [];
    const now = [...states].map(([name, state]) => `${name} ${state ?? 'unknown'}`);
    const t = isOld(entry) ? Math.min(0, start) : entry.t;
    return [{ t, datagram, comment: `${entry.name}: ${now.join(', ')}` }];
  });
}

/** Was it sent in an earlier connection? */
function isOld(entry: TraceEntry): boolean {
  return entry.kind === 'transit' && entry.name.startsWith('old');
}

/** IPv4's Identification tells the datagrams of a run from one another; from 1, as 16 bits. */
const idOf = ({ id }: { readonly id: number }): number => (id + 1) & 0xffff;

/** The segment as it was sent; `null` of a copy, which no host sent. */
function segmentIn(entry: TransitEntry): Uint8Array | null {
  const { seg, hops, octets, copyOf } = entry;
  if (copyOf !== undefined) return null;
  return octets ?? segmentToDatagram(seg, { ttl: hops?.[0]?.ttl, id: idOf(entry) });
}

/** The message, with the segment that it quotes as that came to its sender. */
function messageIn(
  { octets, error, mtu, from, ...entry }: IcmpEntry,
  about: TransitEntry | undefined,
  address: string | undefined,
): Uint8Array | null {
  if (octets !== undefined) return octets;
  if (about === undefined || address === undefined) return null;
  const { hops = [] } = about;
  const place = hops.findIndex(({ node }) => node === from);
  const before = hops.slice(0, Math.max(0, place));
  const seg = { ...about.seg, ...before.findLast(({ as }) => as !== undefined)?.as };
  const ttl = hops[place]?.ttl ?? DEFAULT_TTL;
  const datagram = segmentToDatagram(seg, { ttl, id: idOf(about) });
  const quote = datagram.slice(0, ((datagram[0] ?? 0) & 0x0f) * 4 + QUOTED);
  return icmpDatagram({ error, mtu, quote }, address, seg.src.address, { id: entry.id & 0xffff });
}
