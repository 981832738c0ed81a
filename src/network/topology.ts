import { type FrameBetween, numberInterfaces } from './interfaces.ts';
import type { LinkSetup } from './link.ts';
import { WorldError } from './world-error.ts';

/** Where a packet goes next. */
export interface NextHop {
  readonly node: string;
  readonly link: LinkSetup;
}

/** Why nothing goes there: nobody knows the address, or its host is cut off from the last router. */
export type NoWay = 'network unreachable' | 'host unreachable';

/** Which node holds which address, and how to get there. */
export interface Topology {
  readonly links: readonly LinkSetup[];
  /** The node that holds an address. */
  owner(address: string): string | null;
  /** The next node on the shortest way from `node` to `address` over links that are not cut. */
  nextHop(node: string, address: string): NextHop | NoWay;
  /** The nodes at the other end of `node`'s links. */
  neighbours(node: string): readonly string[];
  /** The frame from a node to its neighbour. */
  readonly frame: FrameBetween;
  /** Cuts or mends a link. Throws WorldError if there is none. */
  plug(between: readonly [string, string], up: boolean): void;
}

export interface TopologyOptions {
  /** The addresses of each node. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Nodes that pass on what is not for them. */
  readonly passing: ReadonlySet<string>;
  readonly links: readonly LinkSetup[];
  /** Places of the links that are cut; written to by `plug`. */
  readonly cut: number[];
}

/** A link as seen from one of its ends: the other end, and the link's place among all. */
interface Way {
  readonly node: string;
  readonly place: number;
}

/** Static routes, worked out when they are asked for. Throws WorldError on links to nowhere. */
export function createTopology({ addresses, passing, links, cut }: TopologyOptions): Topology {
  const owners = new Map<string, string>();
  for (const [node, address] of addresses) {
    if (owners.has(address)) throw new WorldError(`${node}: ${address} is another node's address`);
    owners.set(address, node);
  }
  const ways = new Map<string, Way[]>();
  links.forEach(({ between }, place) => {
    between.forEach((node, end) => {
      if (!addresses.has(node))
        throw new WorldError(`a link leads to ${node}: there is no such node`);
      const other = between[1 - end] as string;
      ways.set(node, [...(ways.get(node) ?? []), { node: other, place }]);
    });
  });

  const waysOf = (node: string) => ways.get(node) ?? [];

  /**
   * Breadth first: the first step of the shortest way; of two as short the link that was named first.
   * Routers know which links between them are cut. Whether the last one, to the destination itself,
   * is whole, only the router in front of it need know: `hopeful` leaves that open.
   */
  const search = (from: string, to: string, hopeful: boolean): Way | null => {
    const seen = new Set([from]);
    let front = waysOf(from).map((way) => ({ first: way, at: way }));
    while (front.length > 0) {
      const next: typeof front = [];
      for (const { first, at } of front) {
        if (seen.has(at.node)) continue;
        if (cut.includes(at.place) && !(hopeful && at.node === to)) continue;
        if (at.node === to) return first;
        seen.add(at.node);
        if (passing.has(at.node)) next.push(...waysOf(at.node).map((way) => ({ first, at: way })));
      }
      front = next;
    }
    return null;
  };

  const hop = ({ node, place }: Way): NextHop => ({ node, link: links[place] as LinkSetup });

  /** A host sends what it cannot place to its only neighbour, if that passes things on. */
  const gateway = (from: string): Way | null => {
    const [only, ...others] = waysOf(from);
    if (passing.has(from) || only === undefined || others.length > 0) return null;
    return passing.has(only.node) && !cut.includes(only.place) ? only : null;
  };

  const find = (from: string, address: string): NextHop | NoWay => {
    const to = owners.get(address) ?? null;
    const way =
      (to === null ? null : (search(from, to, false) ?? search(from, to, true))) ?? gateway(from);
    if (way === null) return 'network unreachable';
    return cut.includes(way.place) ? 'host unreachable' : hop(way);
  };

  const routes = new Map<string, Map<string, NextHop | NoWay>>();
  for (const node of addresses.keys()) routes.set(node, new Map());

  return {
    links,
    owner: (address) => owners.get(address) ?? null,
    neighbours: (node) => waysOf(node).map((way) => way.node),
    frame: numberInterfaces(links),
    nextHop(node, address) {
      const known = routes.get(node);
      const held = known?.get(address);
      if (held !== undefined) return held;
      const route = find(node, address);
      // An address that nobody holds is not remembered: there is no end of those.
      if (owners.has(address)) known?.set(address, route);
      return route;
    },
    plug([one, other], up) {
      const place = links.findIndex(
        ({ between }) => between.includes(one) && between.includes(other),
      );
      if (place < 0) throw new WorldError(`there is no link between ${one} and ${other}`);
      const at = cut.indexOf(place);
      if (up && at >= 0) cut.splice(at, 1);
      if (!up && at < 0) cut.push(place);
      for (const known of routes.values()) known.clear();
    },
  };
}
