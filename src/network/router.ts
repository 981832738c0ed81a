import { type Engine, reference } from '#tcp';
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
  const result = engine.functions.forward(octetsOf(packet), [address]);
  switch (result.type) {
    case 'deliver':
      return fabric.lose(name, packet, 'it is for the router, which has no TCP');
    case 'drop':
      return fabric.lose(name, packet, result.why);
    case 'time exceeded':
      return fabric.report(name, address, packet, 'time exceeded');
    case 'forward': {
      const onward = { ...packet, octets: result.datagram, ttl: result.datagram[8] ?? 0 };
      return fabric.onward(name, address, onward, packet);
    }
  }
}
