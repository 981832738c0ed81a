import type { LinkSetup } from '#network/world.ts';
import type { ScenarioNetwork } from '#scenario/scenario.ts';
import { type HostName, hostNames, type RoadSetup, type Setup } from './setup.ts';

/** How long what a link holds back stays, as a share of the whole way's delay. */
const HELD_BACK = 0.5;

const INSIDE = '192.168.7';
const OUTSIDE = '10.77.0';

/** Hosts on the left of the road, and on its right. */
export const isLeft = (host: string): boolean => host === 'A' || host === 'C';

/** A host's address: a private one behind a NAT. */
export function addressOf(host: HostName, { road }: Setup): string {
  const number = { A: 1, B: 2, C: 3, D: 4 }[host];
  return `${road.nat && isLeft(host) ? INSIDE : OUTSIDE}.${number}`;
}

/** The nodes on the way from left to right: the NAT if there is one, then the routers. */
export function nodesOf({ road: { nat, routers } }: Setup): readonly string[] {
  return [...(nat ? ['N'] : []), ...Array.from({ length: routers }, (_, i) => `R${i + 1}`)];
}

/**
 * Which node is joined to which: hosts hang on the two ends of the chain between them; without one
 * each is joined to each.
 */
export function pairsOf(setup: Setup): readonly (readonly [string, string])[] {
  const hosts = hostNames(setup);
  const chain = nodesOf(setup);
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) {
    return hosts.flatMap((one, i) => hosts.slice(i + 1).map((other) => [one, other] as const));
  }
  return [
    ...hosts.filter(isLeft).map((host) => [host, first] as const),
    ...chain.slice(1).map((node, i) => [chain[i] ?? first, node] as const),
    ...hosts.filter((host) => !isLeft(host)).map((host) => [last, host] as const),
  ];
}

/** What stands between the hosts, as a scenario has it. */
export function networkOf(setup: Setup): ScenarioNetwork {
  const { road } = setup;
  const chain = nodesOf(setup);
  const traits = traitsOf(road);
  const delay = Math.round((road.delay / (chain.length + 1)) * 1000) / 1000;
  return {
    routers: chain
      .filter((name) => name !== 'N')
      .map((name, i) => ({ name, address: `10.77.1.${i + 1}` })),
    nats: road.nat
      ? [{ name: 'N', address: `${OUTSIDE}.254`, inside: hostNames(setup).filter(isLeft) }]
      : [],
    links: pairsOf(setup).map((between) => ({ between, delay, ...traits })),
  };
}

/** What a link does by chance; only what it does, so that a file says no more than is so. */
export function traitsOf(road: RoadSetup): Omit<LinkSetup, 'between' | 'delay'> {
  const { delay, jitter, loss, duplicate, reorder, corrupt } = road;
  return {
    ...(jitter > 0 && { jitter }),
    ...(loss > 0 && { loss: loss / 100 }),
    ...(duplicate > 0 && { duplicate: duplicate / 100 }),
    ...(corrupt > 0 && { corrupt: corrupt / 100 }),
    ...(reorder > 0 && { reorder: { share: reorder / 100, by: delay * HELD_BACK } }),
  };
}
