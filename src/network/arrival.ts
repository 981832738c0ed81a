import type { Engine } from '#tcp';
import { reportedSegment, reportFromDatagram } from '#wire/icmp-error.ts';
import { segmentFromDatagram } from '#wire/segment.ts';
import type { Host, HostStep } from './host-types.ts';
import type { Packet } from './packet.ts';

/** The part of a host that hears. */
type Ears = Pick<Host, 'receive' | 'icmp'>;

/** What a host did with a packet: a step, or it threw the packet away. */
export type Arrival =
  | { readonly step: HostStep }
  | { readonly step: null; readonly why: string; readonly rule: string | null };

/**
 * A packet has come to its host. Octets are read by the host's own `parseSegment`, after their
 * checksums were found right (MUST-3); an ICMP message is for the connection that it quotes (MUST-54).
 */
export function receive(packet: Packet, host: Ears, engine: Engine, now: number): Arrival {
  const { octets, seg } = packet;
  if (octets === null) {
    if (seg === null) throw new TypeError('an ICMP message travels as octets');
    return { step: host.receive(seg, now) };
  }
  if (packet.icmp !== undefined) return receiveReport(octets, host, now);
  const read = segmentFromDatagram(octets, engine.functions.parseSegment);
  if (read.ok) return { step: host.receive(read.value, now) };
  return { step: null, why: read.error.what, rule: read.error.rule ?? null };
}

function receiveReport(octets: Uint8Array, host: Ears, now: number): Arrival {
  const report = reportFromDatagram(octets);
  if (!report.ok) return { step: null, why: report.error.what, rule: null };
  const about = reportedSegment(report.value);
  if (!about.ok) return { step: null, why: about.error.what, rule: null };
  const step = host.icmp(about.value, now);
  if (step !== null) return { step };
  return { step, why: 'it is about no connection of this host', rule: 'MUST-54' };
}
