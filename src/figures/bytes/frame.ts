import { join } from '#wire/bytes.ts';
import { segmentToDatagram } from '#wire/segment.ts';
import type { Trace, TransitEntry } from '#trace/trace.ts';

/** Addresses for examples (RFC 9542 §2.1). The last octet tells the hosts apart. */
const EXAMPLE_MAC = [0x00, 0x00, 0x5e, 0x00, 0x53] as const;

/** The transit of that name, `A1`. Throws if the trace has none. */
export function transitNamed(trace: Trace, name: string): TransitEntry {
  const found = trace.entries.find((entry) => entry.kind === 'transit' && entry.name === name);
  if (found?.kind !== 'transit') throw new Error(`The trace has no segment “${name}”.`);
  return found;
}

/**
 * A segment of a trace as the Ethernet frame in which it leaves its host, without preamble and check
 * sequence. Interfaces have no address in a Trace: they get the examples' ones, `…:01` for host A.
 */
export function frameOf(transit: TransitEntry, trace: Trace): Uint8Array {
  const first = transit.hops?.[0];
  const datagram = segmentToDatagram(transit.seg, {
    id: (transit.id + 1) & 0xffff,
    ttl: first?.ttl,
  });
  const mac = (name: string) => {
    const place = trace.hosts.findIndex((host) => host.name === name);
    // Whoever is no host stands between them: a router.
    return Uint8Array.of(...EXAMPLE_MAC, place === -1 ? 0xfe : place + 1);
  };
  const type = (datagram[0] ?? 0) >> 4 === 4 ? [0x08, 0x00] : [0x86, 0xdd];
  return join(mac(first?.node ?? transit.to), mac(transit.from), Uint8Array.from(type), datagram);
}
