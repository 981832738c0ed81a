import { createTopology } from '#network/topology.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { Frame } from '#trace/trace.ts';

/** What stands at the ends of a link. */
export interface WayNode {
  readonly name: string;
  readonly kind: 'host' | 'router' | 'nat';
  /** A host's title, as the scenario has it. */
  readonly title: string | null;
  readonly address: string;
  /** A NAT's address on its inner side, where it has one of its own. */
  readonly inner?: string;
}

/** The way from a scenario's first host to its second. */
export interface Way {
  /** Both ends included. */
  readonly nodes: readonly WayNode[];
  /** For each link the addresses of its nearer end and of its farther one. */
  readonly links: readonly Frame[];
}

/** Throws WorldError on links to nowhere, and Error if no way leads there. */
export function wayOf({ id, hosts, network, delay }: Scenario): Way {
  const [a, b] = hosts;
  const { routers = [], nats = [] } = network ?? {};
  const links = network?.links ?? [{ between: [a.name, b.name], delay }];
  const nodes = new Map<string, WayNode>();
  for (const { name, title, address } of hosts)
    nodes.set(name, { name, kind: 'host', title, address });
  for (const { name, address } of routers)
    nodes.set(name, { name, kind: 'router', title: null, address });
  for (const { name, address, inner } of nats) {
    nodes.set(name, { name, kind: 'nat', title: null, address, inner });
  }
  const topology = createTopology({
    addresses: new Map([...nodes.values()].map(({ name, address }) => [name, address])),
    passing: new Set([...routers, ...nats].map(({ name }) => name)),
    links,
    cut: [],
  });
  const way: WayNode[] = [];
  const frames: Frame[] = [];
  let at: string = a.name;
  for (;;) {
    const node = nodes.get(at);
    if (node === undefined || way.includes(node)) throw new Error(`${id}: no way from A to B.`);
    way.push(node);
    if (at === b.name) return { nodes: way, links: frames };
    const next = topology.nextHop(at, b.address);
    if (typeof next === 'string') throw new Error(`${id}: ${next} at ${at}.`);
    frames.push(topology.frame(at, next.node));
    at = next.node;
  }
}
