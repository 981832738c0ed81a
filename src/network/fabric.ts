import type { Endpoint, IcmpError, Segment } from '#tcp';
import type { Hop } from '#trace/trace.ts';
import { icmpDatagram } from '#wire/icmp-error.ts';
import {
  type Copy,
  type Cross,
  type FabricState,
  FIRST,
  ONWARD,
  type Outcome,
  SAFE,
} from './crossing.ts';
import { octetsOf, type Packet } from './packet.ts';
import type { Progress, Recorder, TravelEntry } from './record.ts';
import type { Topology } from './topology.ts';

/** How many routers a packet may pass unless its sender says otherwise (RFC 1340). */
export const DEFAULT_TTL = 64;

/** An ICMP message quotes the IP header and 8 octets of what it carries (RFC 792). */
const QUOTED = 8;

/** A segment that is to leave a node. */
export interface Departure {
  readonly seg: Segment;
  /** It was sent before, with the same numbers. */
  readonly again?: boolean;
  /** 64 unless given. */
  readonly ttl?: number;
  /** Its stable name; the next of the node's own unless given. */
  readonly name?: string;
  /** Nothing befalls it on its first link, and it takes just the link's delay. */
  readonly isSafe?: boolean;
}

/** Carries packets from node to node, and writes down how they fare. */
export interface Fabric {
  /** ms. */
  now(): number;
  /** A segment leaves `node`. */
  send(node: string, departure: Departure): void;
  /** A packet has come to a router or NAT, which goes on with other sockets in it if `as` is given. */
  stop(node: string, packet: Packet, as?: { readonly src: Endpoint; readonly dst: Endpoint }): void;
  /** A packet goes on from the router `node`; where it cannot, `address` reports `arrived`, as it came. */
  onward(node: string, address: string, packet: Packet, arrived: Packet): void;
  /** The packet ends at `node`. */
  lose(node: string, packet: Packet, why: string): void;
  /** The packet ends at `node`, which tells its sender so from `address`, unless it is ICMP itself. */
  report(node: string, address: string, packet: Packet, error: IcmpError, mtu?: number): void;
}

/** What it takes to carry packets. */
export interface FabricOptions {
  readonly topology: Topology;
  readonly cross: Cross;
  readonly recorder: Recorder;
  /** Written to. */
  readonly state: FabricState;
  /**
   * Do segments travel as octets from the start? Else they become octets where something asks for
   * them. `recorded`: the record has them, link by link.
   */
  readonly octets: boolean | 'recorded';
  /** The clock, ms. */
  now(): number;
}

/** Nothing is to be told but when it arrives, or is lost. */
const isPlain = (progress: Progress & { readonly copyOf?: number }): boolean =>
  progress.lost === undefined &&
  progress.hops === undefined &&
  progress.corrupted === undefined &&
  progress.copyOf === undefined;

/** The hops so far, with what goes on from the last one, where that is kept. */
function leaving(hops: TravelEntry['hops'], carried: Pick<Hop, 'octets' | 'frame'> | undefined) {
  const last = hops?.at(-1);
  if (hops === undefined || last === undefined || carried === undefined) return hops;
  return [...hops.slice(0, -1), { ...last, ...carried }];
}

/** The fabric of a world. */
export function createFabric({
  topology,
  cross,
  recorder,
  state,
  octets,
  now,
}: FabricOptions): Fabric {
  const isKept = octets === 'recorded';
  /** What the record has of a packet that leaves a node. */
  const kept = (node: string, packet: Packet) => {
    if (!isKept) return undefined;
    const next = topology.nextHop(node, packet.dst);
    const frame = typeof next === 'string' ? undefined : topology.frame(node, next.node);
    return { octets: octetsOf(packet), ...(frame === undefined ? {} : { frame }) };
  };

  const nextName = (node: string): string => {
    const count = (state.sent[node] ?? 0) + 1;
    state.sent[node] = count;
    return `${node}${count}`;
  };

  const note = (node: string, packet: Packet, t: number, progress: Outcome['progress']) => {
    if (!recorder.isOn) return;
    const { id, name, from, to, seg, again, copyOf, icmp } = packet;
    const n = recorder.next;
    const carried = kept(node, packet);
    if (seg === null) {
      if (icmp === undefined) return;
      recorder.add({ kind: 'icmp', n, t, from, to, id, name, ...icmp, ...carried, ...progress });
      return;
    }
    const { until, fate } = progress;
    const plain = { kind: 'transit', n, t, from, to, id, name, seg, again, until, fate } as const;
    const more = copyOf === undefined ? progress : { ...progress, copyOf };
    recorder.add(isPlain(more) && !isKept ? plain : { ...plain, ...carried, ...more });
  };

  const noteCopies = (
    node: string,
    copies: readonly Copy[],
    fate: TravelEntry['fate'],
    hops: TravelEntry['hops'],
  ) => {
    for (const { packet, until } of copies) {
      note(node, packet, now(), hops === undefined ? { fate, until } : { fate, until, hops });
    }
  };

  const launch = (node: string, packet: Packet, isSafe: boolean) => {
    const { progress, copies } = cross(node, packet, now(), isSafe ? SAFE : FIRST);
    note(node, packet, now(), progress);
    noteCopies(node, copies, progress.fate, undefined);
  };

  /** Where a packet is to go: its destination's node, or the next one if nobody is known to be it. */
  const endOf = (node: string, address: string): string => {
    const owner = topology.owner(address);
    if (owner !== null) return owner;
    const next = topology.nextHop(node, address);
    return typeof next === 'string' ? node : next.node;
  };

  const lose = (node: string, packet: Packet, why: string) =>
    recorder.change(packet.id, { fate: 'lost', until: now(), lost: { by: node, why } });

  const tell = (node: string, address: string, packet: Packet, error: IcmpError, mtu?: number) => {
    // RFC 1122 §3.2.2: no ICMP error about an ICMP error.
    if (packet.seg === null) return;
    const datagram = octetsOf(packet);
    const quote = datagram.slice(0, ((datagram[0] ?? 0) & 0x0f) * 4 + QUOTED);
    const report = mtu === undefined ? { error } : { error, mtu };
    const message: Packet = {
      id: state.ids++,
      name: nextName(node),
      from: node,
      to: endOf(node, packet.src),
      src: address,
      dst: packet.src,
      ttl: DEFAULT_TTL,
      seg: null,
      again: false,
      octets: icmpDatagram({ ...report, quote }, address, packet.src, { id: state.ids & 0xffff }),
      icmp: { ...report, about: packet.id },
    };
    launch(node, message, false);
  };

  return {
    now,
    send(node, { seg, again = false, ttl = DEFAULT_TTL, name, isSafe = false }) {
      const packet: Packet = {
        id: state.ids++,
        name: name ?? nextName(node),
        from: node,
        to: endOf(node, seg.dst.address),
        src: seg.src.address,
        dst: seg.dst.address,
        ttl,
        seg,
        again,
        octets: null,
      };
      launch(node, octets !== false ? { ...packet, octets: octetsOf(packet) } : packet, isSafe);
    },
    stop(node, { id, ttl }, as) {
      const hop = { node, t: now(), ttl };
      const hops = recorder.hops(id) ?? [];
      recorder.change(id, { hops: [...hops, as === undefined ? hop : { ...hop, as }] });
    },
    onward(node, address, packet, arrived) {
      const { progress, copies, problem } = cross(node, packet, now(), ONWARD);
      const before = recorder.hops(packet.id);
      const hops = problem === undefined ? leaving(before, kept(node, packet)) : before;
      if (isKept) recorder.change(packet.id, { hops });
      recorder.change(packet.id, progress);
      noteCopies(node, copies, progress.fate, hops);
      if (problem !== undefined) tell(node, address, arrived, problem.error, problem.mtu);
    },
    lose,
    report(node, address, packet, error, mtu) {
      lose(node, packet, error);
      tell(node, address, packet, error, mtu);
    },
  };
}
