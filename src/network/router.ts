import { type Engine, reference, unsoundness } from '#tcp';
import type { Fabric } from './fabric.ts';
import { octetsOf, type Packet } from './packet.ts';

/** A router: it passes on what is not for it. IPv4 only. */
export interface RouterSetup {
  readonly name: string;
  /** Its own address, from which its ICMP messages come. */
  readonly address: string;
  /** Whose `forward` it uses: the reference's unless given. */
  readonly engine?: Engine;
}

/** A packet has come to a router. */
export function route(router: RouterSetup, packet: Packet, fabric: Fabric): void {
  const { name, address, engine = reference } = router;
  fabric.stop(name, packet);
  const octets = octetsOf(packet);
  const unsound = unsoundness(octets);
  if (unsound !== null) return fabric.lose(name, packet, unsound);
  // A copy, for a plank that writes to it.
  const result = engine.functions.forward(octets.slice(), [address]);
  switch (result.type) {
    case 'deliver':
      return fabric.lose(name, packet, 'it is for the router, which has no TCP');
    case 'drop':
      return fabric.lose(name, packet, result.why ?? 'the router drops it');
    case 'time exceeded':
      return fabric.report(name, address, packet, 'time exceeded');
    case 'forward': {
      const onward = { ...packet, octets: result.datagram, ttl: result.datagram[8] ?? 0 };
      return fabric.onward(name, address, onward, packet);
    }
  }
}
