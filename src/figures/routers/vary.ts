import type { Scenario, ScenarioNetwork } from '#scenario/scenario.ts';

/** What a reader may change of a way. */
export interface Settings {
  /** How many routers the first host's segments may pass, less one: the TTL that it sends with. */
  readonly ttl: number;
  /** Do the NATs translate, or are they plain routers? */
  readonly nat: boolean;
}

/** RFC 1340's, which the network takes where a scenario names none. */
const USUAL_TTL = 64;

/** The TTL that a scenario's first host sends with. */
export function ttlOf({ hosts: [first] }: Scenario): number {
  return first.ttl ?? USUAL_TTL;
}

/** Has the scenario a NAT that can be switched off? */
export function hasNat({ network }: Scenario): boolean {
  return (network?.nats ?? []).length > 0;
}

/** The scenario as the reader wants it. Its Trace has the octets on each link. */
export function vary(scenario: Scenario, { ttl, nat }: Settings): Scenario {
  const [first, second, ...others] = scenario.hosts;
  const { network } = scenario;
  return {
    ...scenario,
    octets: 'recorded',
    hosts: [{ ...first, ttl }, second, ...others],
    ...(network === undefined || nat ? {} : { network: withoutNats(network) }),
  };
}

/** Every NAT only passes on: it is known by the address that it has on its inner side. */
function withoutNats({ routers = [], nats = [], links }: ScenarioNetwork): ScenarioNetwork {
  const plain = nats.map(({ name, address, inner = address }) => ({ name, address: inner }));
  return { routers: [...plain, ...routers], links };
}

/** The TTLs that are worth trying: for each router one, two for the way through, and the usual. */
export function ttlStops(routers: number): readonly number[] {
  return [...Array.from({ length: routers + 2 }, (_, i) => i + 1), USUAL_TTL];
}
