import {
  type Endpoint,
  type Engine,
  reference,
  RFC9293,
  type Segment,
  step,
  unsoundness,
} from '#tcp';
import { word } from '#tcp/octets.ts';
import { icmpDatagram, reportedSegment, reportFromDatagram } from '#wire/icmp-error.ts';
import { parseIp } from '#wire/ip.ts';
import { parseTcp } from '#wire/tcp.ts';
import { translate } from '#wire/translate.ts';
import type { Fabric } from './fabric.ts';
import type { NatSession, NatTable } from './nat-table.ts';
import { octetsOf, type Packet } from './packet.ts';

/** A router that lends its one address to all that stand behind it (RFC 3022, RFC 5382). IPv4 only. */
export interface NatSetup {
  readonly name: string;
  /** Its address in the world outside. */
  readonly address: string;
  /** Its address among those inside, from which its ICMP messages reach them; the other unless given. */
  readonly inner?: string;
  /** The neighbours that stand behind it. */
  readonly inside: readonly string[];
  /** Silence after which it forgets an established connection, ms; 2 h 4 min unless given. */
  readonly idle?: number;
  /** The same for a connection that is just being opened or closed; 4 min unless given. */
  readonly transitory?: number;
  readonly strays?: {
    /** What comes from outside and belongs to nothing it remembers: dropped, or reset. */
    readonly outside?: 'drop' | 'reset';
    /** The same from inside, but for a SYN: it is taken for a connection it has forgotten, unless given. */
    readonly inside?: 'map' | 'drop' | 'reset';
  };
  /** Whose `forward` it uses: the reference's unless given. */
  readonly engine?: Engine;
}

const STRAY = 'the NAT knows no such connection';

/** A packet has come to a NAT from its neighbour `via`; `isInside` tells where an address leads. */
export function passNat(
  nat: NatSetup,
  table: NatTable,
  arrived: Packet,
  { fromInside, toInside }: { readonly fromInside: boolean; readonly toInside: boolean },
  fabric: Fabric,
): void {
  const { name, address, inner = address, engine = reference } = nat;
  const here = fromInside ? inner : address;
  const isForUs = arrived.dst === address;
  const lose = (why: string) => {
    fabric.stop(name, arrived);
    fabric.lose(name, arrived, why);
  };
  if (fromInside && (isForUs || arrived.dst === inner)) {
    return lose('the NAT lets nobody inside call its own address');
  }
  if (!fromInside && toInside) return lose('an address inside cannot be reached from outside');

  const octets = octetsOf(arrived);
  const unsound = unsoundness(octets);
  if (unsound !== null) return lose(unsound);
  const result = engine.functions.forward(octets.slice(), []);
  if (result.type === 'drop' || result.type === 'deliver') {
    return lose((result.type === 'drop' ? result.why : null) ?? 'it is for the NAT itself');
  }
  if (result.type === 'time exceeded') {
    fabric.stop(name, arrived);
    return fabric.report(name, here, arrived, 'time exceeded');
  }
  const packet = { ...arrived, octets: result.datagram, ttl: result.datagram[8] ?? 0 };
  const goOn = (changed: Packet, as?: { readonly src: Endpoint; readonly dst: Endpoint }) => {
    fabric.stop(name, arrived, as);
    fabric.onward(name, here, changed, arrived);
  };
  const side = fromInside ? 'inside' : 'outside';
  // What stays on its side is only passed on.
  if (fromInside ? toInside : !isForUs) return goOn(packet);

  if (packet.seg === null) {
    const changed = translateReport(packet, nat, table, side, fabric.now());
    return changed === null ? lose(STRAY) : goOn(changed);
  }
  const seg = readSegment(packet.octets);
  if (seg === null) return lose('its TCP header cannot be read');
  const now = fabric.now();
  const session = fromInside
    ? (table.fromInside(seg.src, seg.dst, now) ?? openFor(seg, nat, table, now))
    : table.fromOutside(seg.dst.port, seg.src, now);
  if (session === null) {
    lose(STRAY);
    const answer = fromInside ? (nat.strays?.inside ?? 'map') : (nat.strays?.outside ?? 'drop');
    if (answer === 'reset') sendReset(name, seg, fabric);
    return;
  }
  table.note(session, side, seg.ctl, now);
  goOn(...translated(packet, seg, session, nat, side));
}

/** A new session, if the segment may open one. */
function openFor(seg: Segment, nat: NatSetup, table: NatTable, now: number): NatSession | null {
  const isCall = seg.ctl.syn && !seg.ctl.ack;
  const takesStrays = (nat.strays?.inside ?? 'map') === 'map' && !seg.ctl.rst;
  if (!isCall && !takesStrays) return null;
  const session = table.open(seg.src, seg.dst, now);
  // What it has forgotten was established once: it is taken for that.
  if (session !== null && !isCall) Object.assign(session.syn, { inside: true, outside: true });
  return session;
}

function translated(
  packet: Packet & { readonly octets: Uint8Array },
  seg: Segment,
  session: NatSession,
  nat: NatSetup,
  side: 'inside' | 'outside',
): [Packet, { src: Endpoint; dst: Endpoint }] {
  const outside = { address: nat.address, port: session.port };
  if (side === 'inside') {
    const octets = translate(packet.octets, { src: outside });
    return [
      { ...packet, octets, src: outside.address },
      { src: outside, dst: seg.dst },
    ];
  }
  const octets = translate(packet.octets, { dst: session.inside });
  const dst = session.inside;
  return [
    { ...packet, octets, dst: dst.address },
    { src: seg.src, dst },
  ];
}

/** The sockets in what an ICMP message quotes must change too: else its receiver knows nothing of them. */
function translateReport(
  packet: Packet & { readonly octets: Uint8Array },
  nat: NatSetup,
  table: NatTable,
  side: 'inside' | 'outside',
  now: number,
): Packet | null {
  const report = reportFromDatagram(packet.octets);
  if (!report.ok) return null;
  const about = reportedSegment(report.value);
  if (!about.ok) return null;
  const { local, remote } = about.value;
  // All of its own header but the address stays.
  const header = { ttl: packet.ttl, id: word(packet.octets, 4) };
  if (side === 'inside') {
    // It is about a segment from outside, whose destination had been translated.
    const session = table.fromInside(remote, local, now);
    if (session === null) return null;
    const dst = { address: nat.address, port: session.port };
    const quote = translate(report.value.quote, { dst });
    const octets = icmpDatagram({ ...report.value, quote }, nat.address, packet.dst, header);
    return { ...packet, octets, src: nat.address };
  }
  const session = local.address === nat.address ? table.fromOutside(local.port, remote, now) : null;
  if (session === null) return null;
  const quote = translate(report.value.quote, { src: session.inside });
  const dst = session.inside.address;
  const octets = icmpDatagram({ ...report.value, quote }, packet.src, dst, header);
  return { ...packet, octets, dst };
}

/** The segment as far as the NAT needs it; it looks at no checksum. */
function readSegment(octets: Uint8Array): Segment | null {
  const ip = parseIp(octets);
  if (!ip.ok) return null;
  const tcp = parseTcp(ip.value.payload);
  if (!tcp.ok) return null;
  const { sourcePort, destinationPort, reserved: _reserved, ...rest } = tcp.value;
  return {
    ...rest,
    src: { address: ip.value.source, port: sourcePort },
    dst: { address: ip.value.destination, port: destinationPort },
  };
}

/** Answers as a host does that knows no such connection (RFC 9293 §3.10.7.1). */
function sendReset(name: string, seg: Segment, fabric: Fabric): void {
  const env = { now: fabric.now(), config: RFC9293, isn: () => 0 };
  const { effects } = step(reference, null, { type: 'SEGMENT-ARRIVES', seg }, env);
  for (const effect of effects) {
    if (effect.type === 'send') fabric.send(name, { seg: effect.seg });
  }
}
