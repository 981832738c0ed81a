import { createTopology } from '#network/topology.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { Frame } from '#trace/trace.ts';

/** What stands at the ends of a link. */
export interface WayNode {
  readonly name: string;
  readonly kind: 'host' | 'router' | 'nat';
  /** A host's title, as the scenario has it. */
  readonly title: string | null;
  /** Its address; or the one towards the first host, and the one towards the second. */
  readonly addresses: readonly string[];
}

/** The way from a scenario's first host to its second. */
export interface Way {
  /** Both ends included. */
  readonly nodes: readonly WayNode[];
  /** For each link the addresses of its nearer end and of its farther one. */
  readonly links: readonly Frame[];
}

/** Throws WorldError on links to nowhere, and Error if no way leads there. */
export function wayOf(scenario: Scenario): Way {
  const { id, hosts, network, delay } = scenario;
  const [a, b] = hosts;
  const { routers = [], nats = [] } = network ?? {};
  const topology = createTopology({
    addresses: new Map([...hosts, ...routers, ...nats].map(({ name, address }) => [name, address])),
    passing: new Set([...routers, ...nats].map(({ name }) => name)),
    links: network?.links ?? [{ between: [a.name, b.name], delay }],
    cut: [],
  });
  const names: string[] = [a.name];
  const links: Frame[] = [];
  for (let at: string = a.name; at !== b.name; at = names.at(-1) ?? b.name) {
    const next = topology.nextHop(at, b.address);
    if (typeof next === 'string') throw new Error(`${id}: ${next} at ${at}.`);
    if (names.includes(next.node)) throw new Error(`${id}: no way from ${a.name} to ${b.name}.`);
    names.push(next.node);
    links.push(topology.frame(at, next.node));
  }
  return { nodes: names.map((name, place) => nodeOf(name, names[place - 1], scenario)), links };
}

/** A node and what it is; `before` is its neighbour towards the first host. */
function nodeOf(name: string, before: string | undefined, { hosts, network }: Scenario): WayNode {
  const host = hosts.find((each) => each.name === name);
  if (host !== undefined) {
    return { name, kind: 'host', title: host.title, addresses: [host.address] };
  }
  const nat = network?.nats?.find((each) => each.name === name);
  if (nat === undefined) {
    const router = network?.routers?.find((each) => each.name === name);
    return { name, kind: 'router', title: null, addresses: router ? [router.address] : [] };
  }
  const { address, inner = address, inside } = nat;
  const sides = inside.includes(before ?? '') ? [inner, address] : [address, inner];
  return { name, kind: 'nat', title: null, addresses: [...new Set(sides)] };
}
