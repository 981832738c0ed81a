import type { IcmpError, Segment } from '#tcp';
import type { IcmpEntry, Trace, TransitEntry } from '#trace/trace.ts';
import { addressOf, isLeft, nodesOf } from './network.ts';
import { hostNames, type Setup } from './setup.ts';

/** Something that is on a link at a moment. Times in ms. */
export interface Flying {
  readonly id: number;
  /** Its stable name: `A3`. */
  readonly name: string;
  /** `null` in an ICMP message. */
  readonly seg: Segment | null;
  readonly error: IcmpError | null;
  readonly again: boolean;
  readonly from: string;
  /** The host that it is meant for; a node where no host has its address. */
  readonly to: string;
  /** The two nodes that it is between. */
  readonly via: string;
  readonly next: string;
  /** When it left the one, and when it comes to the other, or would. */
  readonly left: number;
  readonly arrives: number;
  /** How far it has come on this link, from 0 to 1. */
  readonly part: number;
  readonly ttl: number;
  /** The link loses it: nothing can be done to it any more. */
  readonly isLost: boolean;
}

const LOST_AT = 0.6;

/** What is on its way at `now`, in the order in which it was sent. */
export function flyingAt(trace: Trace, setup: Setup, now: number): readonly Flying[] {
  return trace.entries.flatMap((entry) => {
    const travels = entry.kind === 'transit' || entry.kind === 'icmp';
    return travels && entry.t <= now && now < entry.until ? [flying(entry, setup, now)] : [];
  });
}

function flying(entry: TransitEntry | IcmpEntry, setup: Setup, now: number): Flying {
  const { id, name, from, until, fate } = entry;
  const hops = entry.hops ?? [];
  const place = hops.findLastIndex(({ t }) => t <= now);
  const last = hops[place];
  const following = hops[place + 1];
  const isLast = following === undefined;
  const isLost = isLast && fate === 'lost' && entry.lost === undefined;
  const left = last?.t ?? entry.t;
  const end = following?.t ?? until;
  const arrives = isLost ? left + (end - left) / LOST_AT : end;
  const via = last?.node ?? from;
  const to = destination(entry, hops.slice(0, place + 1), setup);
  return {
    ...{ id, name, from, via, left, arrives, isLost, to },
    seg: entry.kind === 'transit' ? entry.seg : null,
    error: entry.kind === 'icmp' ? entry.error : null,
    again: entry.kind === 'transit' && entry.again,
    next: following?.node ?? nextNode(via, to, setup),
    part: arrives > left ? (now - left) / (arrives - left) : 1,
    ttl: last === undefined ? ttlOf(from, setup) : last.ttl - 1,
  };
}

/** What is sent to a NAT's address is meant for whom the NAT says. */
function destination(
  entry: TransitEntry | IcmpEntry,
  hops: NonNullable<TransitEntry['hops']>,
  setup: Setup,
): string {
  const as = hops.findLast((hop) => hop.as !== undefined)?.as;
  const address = as?.dst.address ?? (entry.kind === 'transit' ? entry.seg.dst.address : null);
  return hostNames(setup).find((host) => addressOf(host, setup) === address) ?? entry.to;
}

/** The neighbour of `node` on the way to `to`. */
export function nextNode(node: string, to: string, setup: Setup): string {
  const chain = nodesOf(setup);
  if (chain.length === 0) return to;
  const place = chain.indexOf(node);
  const goal = placeOf(to, chain);
  if (place < 0) return chain[isLeft(node) ? 0 : chain.length - 1] ?? to;
  if (goal === place) return to;
  return chain[place + (goal > place ? 1 : -1)] ?? to;
}

/** Where a node stands in the chain; hosts stand before and behind it. */
function placeOf(node: string, chain: readonly string[]): number {
  const place = chain.indexOf(node);
  if (place >= 0) return place;
  return isLeft(node) ? -1 : chain.length;
}

function ttlOf(from: string, setup: Setup): number {
  return setup.hosts[hostNames(setup).findIndex((name) => name === from)]?.ttl ?? 64;
}
