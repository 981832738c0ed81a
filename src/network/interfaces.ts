import type { Frame } from '#trace/trace.ts';
import type { LinkSetup } from './link.ts';
import { WorldError } from './world-error.ts';

/** Addresses for examples (RFC 9542 §2.1.2), up to the last octet. */
const PREFIX = '00:00:5e:00:53';

/** As many nodes, and links of each node, as half of an octet counts from 1. */
const MOST = 15;

/** The frame that carries a datagram from a node to its neighbour. */
export type FrameBetween = (from: string, to: string) => Frame;

/**
 * The link-layer addresses of a network. Each node has one on each of its links. The first digit of
 * the last octet counts the nodes, in the order in which links name them; the second one the links of
 * that node. `FrameBetween` throws WorldError where there is no such link, or no number left.
 */
export function numberInterfaces(links: readonly LinkSetup[]): FrameBetween {
  const neighbours = new Map<string, string[]>();
  for (const { between } of links) {
    between.forEach((node, end) => {
      neighbours.set(node, [...(neighbours.get(node) ?? []), between[1 - end] as string]);
    });
  }
  const nodes = [...neighbours.keys()];
  const address = (node: string, neighbour: string): string => {
    const place = nodes.indexOf(node) + 1;
    const side = (neighbours.get(node) ?? []).indexOf(neighbour) + 1;
    if (side === 0) throw new WorldError(`there is no link between ${node} and ${neighbour}`);
    if (place > MOST || side > MOST) {
      throw new WorldError(
        `${node}: frames can be recorded of ${MOST} nodes with ${MOST} links each`,
      );
    }
    return `${PREFIX}:${place.toString(16)}${side.toString(16)}`;
  };
  return (from, to) => ({ src: address(from, to), dst: address(to, from) });
}
