import type { IcmpError } from '#tcp';
import type { Agenda } from './agenda.ts';
import { createFates, type ScriptedFate } from './fates.ts';
import type { Happening } from './happening.ts';
import { NOTHING_WANTED, type Passage, pass, plainPassage } from './link.ts';
import { corrupt, octetsOf, type Packet } from './packet.ts';
import { type Dice, roll } from './random.ts';
import type { Progress } from './record.ts';
import type { NextHop, Topology } from './topology.ts';

/** What of the network changes as things travel: plain data. */
export interface FabricState {
  readonly dice: Dice;
  /** How many transmissions each scripted fate has fitted. */
  readonly counts: number[];
  /** How much has travelled so far. */
  ids: number;
  /** How much each node has sent; under `A1'`, how many copies of A1 there are. */
  readonly sent: Record<string, number>;
}

/** What it takes to let packets cross links. */
export interface CrossingOptions {
  readonly topology: Topology;
  readonly agenda: Agenda<Happening>;
  readonly fates: readonly ScriptedFate[];
  /** Written to. */
  readonly state: FabricState;
  /** The nodes at which a way ends. */
  readonly hosts: ReadonlySet<string>;
}

/** A copy that a link made, and when it comes to the link's other end, ms. */
export interface Copy {
  readonly packet: Packet;
  readonly until: number;
}

/** What a crossing came to: how the packet fares, and the copies that the link made of it. */
export interface Outcome {
  readonly progress: Progress & Required<Pick<Progress, 'until' | 'fate'>>;
  readonly copies: readonly Copy[];
  /** Why it does not go on, where a router has to report that. */
  readonly problem?: { readonly error: IcmpError; readonly mtu?: number };
}

/** How a packet comes to a link. */
export interface Manner {
  /** It is the first of its way. */
  readonly isFirst: boolean;
  /** Nothing befalls it, and it takes just the link's delay. */
  readonly isSafe: boolean;
}

/** It has just left its host. */
export const FIRST: Manner = { isFirst: true, isSafe: false };
/** The same, and nothing befalls it on its first link. */
export const SAFE: Manner = { isFirst: true, isSafe: true };
/** A router or a NAT passes it on. */
export const ONWARD: Manner = { isFirst: false, isSafe: false };

/** Lets a packet leave `node` for the next one on its way, at `now` (ms); its arrival is put on the agenda. */
export type Cross = (node: string, packet: Packet, now: number, manner: Manner) => Outcome;

const NO_COPIES: readonly Copy[] = [];

/** A copy of a packet, with a number and a name of its own. */
export function copyPacket(packet: Packet, state: FabricState): Packet {
  const original = packet.name.replace(/'+$/, '');
  const key = `${original}'`;
  const count = (state.sent[key] ?? 0) + 1;
  state.sent[key] = count;
  const name = original + "'".repeat(count);
  return { ...packet, id: state.ids++, name, copyOf: packet.copyOf ?? packet.id };
}

/** Throws WorldError on fates that make no sense. */
export function createCrossing(options: CrossingOptions): Cross {
  const { topology, agenda, state, hosts } = options;
  const wantedFor = createFates(options.fates, state.counts);

  const failed = (node: string, now: number, error: IcmpError, mtu?: number): Outcome => ({
    progress: { fate: 'lost', until: now, lost: { by: node, why: error } },
    copies: NO_COPIES,
    problem: mtu === undefined ? { error } : { error, mtu },
  });

  /** What is the same for all packets is worked out once for each link. */
  const plain = new Map(topology.links.map((link) => [link, plainPassage(link)]));
  const isScripted = options.fates.length > 0;

  const passageOf = ({ link }: NextHop, packet: Packet, { isFirst, isSafe }: Manner): Passage => {
    if (isSafe) {
      return pass({ between: link.between, delay: link.delay }, NOTHING_WANTED, state.dice);
    }
    const passage = isScripted ? null : (plain.get(link) ?? null);
    if (passage !== null) return passage;
    return pass(link, wantedFor({ packet, link: link.between, isFirst }), state.dice);
  };

  return (node, packet, now, manner) => {
    if (topology.owner(packet.dst) === node) {
      agenda.add(now, { kind: 'arrival', node, via: node, packet });
      return { progress: { fate: 'delivered', until: now }, copies: NO_COPIES };
    }
    const next = topology.nextHop(node, packet.dst);
    if (typeof next === 'string') return failed(node, now, next);
    const { mtu } = next.link;
    if (mtu !== undefined && octetsOf(packet).length > mtu) {
      return failed(node, now, 'fragmentation needed', mtu);
    }

    const passage = passageOf(next, packet, manner);
    const until = now + passage.after;
    if (passage.lost) return { progress: { fate: 'lost', until }, copies: NO_COPIES };
    const arrive = (after: number, what: Packet) =>
      agenda.add(now + after, { kind: 'arrival', node: next.node, via: node, packet: what });
    const fate = hosts.has(next.node) ? 'delivered' : 'on its way';
    let progress: Outcome['progress'] = { fate, until };
    if (passage.corrupt) {
      const { octets, at, bit } = corrupt(octetsOf(packet), roll(state.dice));
      arrive(passage.after, { ...packet, octets });
      progress = { ...progress, corrupted: { at, bit } };
    } else {
      arrive(passage.after, packet);
    }
    if (passage.copies.length === 0) return { progress, copies: NO_COPIES };
    const copies = passage.copies.map((after) => {
      const copy = copyPacket(packet, state);
      arrive(after, copy);
      return { packet: copy, until: now + after };
    });
    return { progress, copies };
  };
}
