import { segmentFromDatagram } from '#wire/segment.ts';
import type { Agenda } from './agenda.ts';
import { copyPacket, type FabricState } from './crossing.ts';
import type { Forged, Grip, Happening } from './happening.ts';
import type { Packet } from './packet.ts';
import type { Recorder } from './record.ts';
import { WorldError } from './world-error.ts';

/** What it takes to lay hands on what is on its way. */
export interface GraspOptions {
  readonly agenda: Agenda<Happening>;
  readonly recorder: Recorder;
  /** Written to. */
  readonly state: FabricState;
  /** The nodes at which a way ends. */
  readonly hosts: ReadonlySet<string>;
  /** The clock, ms. */
  now(): number;
}

type Arrival = Extract<Happening, { kind: 'arrival' }>;

/** A packet that was taken off its link, and when it was to come to the next node, ms. */
interface Caught {
  readonly at: number;
  readonly arrival: Arrival;
}

/**
 * Lays hands on packets between two nodes. Who is given a name that nothing on its way bears throws
 * WorldError: it has arrived, or the link has lost it.
 */
export function createGrasp(options: GraspOptions): (name: string, grip: Grip) => void {
  const { agenda, recorder, state, hosts, now } = options;

  const isCalled = (name: string) => (item: Happening) =>
    item.kind === 'arrival' && item.packet.name === name && item.node !== item.via;

  const catchOne = (name: string): Caught => {
    const found = agenda.pick(isCalled(name));
    if (found?.item.kind !== 'arrival') throw new WorldError(`${name} is not on its way`);
    return { at: found.at, arrival: found.item };
  };

  const letGo = (arrival: Arrival, at: number) => {
    agenda.add(at, arrival);
    recorder.revise(arrival.packet.id, { until: at });
  };

  /** A packet that was not sent by its host is on its way beside, or instead of, another. */
  const launch = (arrival: Arrival, original: number, at: number) => {
    agenda.add(at, arrival);
    const { id, name, from, to, seg, copyOf } = arrival.packet;
    const like = recorder.traveller(original);
    if (!recorder.isOn || like === undefined || seg === null) return;
    const fate = hosts.has(arrival.node) ? 'delivered' : 'on its way';
    const hops = like.hops === undefined ? {} : { hops: like.hops };
    recorder.add({
      ...{ kind: 'transit', n: recorder.next, t: now(), from, to, id, name, seg, again: false },
      ...{ until: at, fate, copyOf, ...hops },
    });
  };

  const drop = ({ packet }: Arrival) => recorder.revise(packet.id, { fate: 'lost', until: now() });

  const swap = (name: string, other: string) => {
    const one = catchOne(name);
    const two = name === other ? undefined : agenda.pick(isCalled(other));
    if (two?.item.kind !== 'arrival' || two.item.node !== one.arrival.node) {
      agenda.add(one.at, one.arrival);
      if (two !== undefined) agenda.add(two.at, two.item);
      throw new WorldError(`${name} and ${other} are not on their way to one node`);
    }
    letGo(one.arrival, two.at);
    letGo(two.item, one.at);
  };

  return (name, grip) => {
    if (grip.do === 'swap') return swap(name, grip.with);
    const { at, arrival } = catchOne(name);
    const { packet } = arrival;
    const { seg } = packet;
    if (seg === null && (grip.do === 'duplicate' || grip.do === 'edit')) {
      agenda.add(at, arrival);
      throw new WorldError(`${name} is no segment`);
    }
    switch (grip.do) {
      case 'drop':
        return drop(arrival);
      case 'delay':
        return letGo(arrival, at + grip.by);
      case 'duplicate':
        agenda.add(at, arrival);
        return launch({ ...arrival, packet: copyPacket(packet, state) }, packet.id, at + grip.by);
      case 'edit': {
        drop(arrival);
        const forged = { ...copyPacket(packet, state), ...forge(packet, grip.forged) };
        return launch({ ...arrival, packet: forged }, packet.id, at);
      }
    }
  };
}

/** A packet's segment with other values in it, between the sockets that it bears now. */
function forge({ seg, octets }: Packet, forged: Forged): Pick<Packet, 'seg' | 'octets'> {
  // A NAT may have written other sockets into its octets.
  const read = octets === null ? null : segmentFromDatagram(octets);
  const borne = read?.ok === true ? read.value : seg;
  return { seg: borne === null ? null : { ...borne, ...forged }, octets: null };
}
