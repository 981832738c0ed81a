import type { Endpoint, IcmpError, Segment } from '#tcp';
import type { IcmpMessage } from '#network/host-types.ts';
import { viewOf } from '#wire/bytes.ts';
import { parseIcmp, serializeIcmp } from '#wire/icmp.ts';
import { parseIp, Protocol, serializeIp } from '#wire/ip.ts';
import { segmentToDatagram } from '#wire/segment.ts';

/** ICMP's type and code for each error that the scenarios use (RFC 792, RFC 1812 §5.2.7.1). */
const NUMBERS = {
  'network unreachable': [3, 0],
  'host unreachable': [3, 1],
  'protocol unreachable': [3, 2],
  'port unreachable': [3, 3],
  'administratively prohibited': [3, 13],
  'time exceeded': [11, 0],
} as const satisfies Partial<Record<IcmpError, readonly [type: number, code: number]>>;

export type KnownError = keyof typeof NUMBERS;

/** Octets of the segment that every router quotes at least: the ports and the sequence number. */
const QUOTED = 8;

/** An IPv4 packet that carries an ICMP error about a segment of ours; `null` if it is something else. */
export function icmpFromPacket(packet: Uint8Array): IcmpMessage | null {
  const ip = parseIp(packet);
  if (!ip.ok || ip.value.protocol !== Protocol.ICMP) return null;
  const icmp = parseIcmp(ip.value.payload, 4);
  if (!icmp.ok) return null;
  const { type, code, body } = icmp.value;
  const error = (Object.keys(NUMBERS) as KnownError[]).find(
    (name) => NUMBERS[name][0] === type && NUMBERS[name][1] === code,
  );
  const quoted = parseIp(body);
  if (error === undefined || !quoted.ok || quoted.value.payload.length < QUOTED) return null;
  const { source, destination, payload } = quoted.value;
  const view = viewOf(payload);
  return {
    error,
    local: { address: source, port: view.getUint16(0) },
    remote: { address: destination, port: view.getUint16(2) },
    seq: view.getUint32(4),
  };
}

/** The packet by which `from` tells the sender of `seg` what became of it. */
export function icmpAbout(seg: Segment, error: KnownError, from: Endpoint): Uint8Array {
  const [type, code] = NUMBERS[error];
  const body = segmentToDatagram(seg).slice(0, 20 + QUOTED);
  const ends = { version: 4, source: from.address, destination: seg.src.address } as const;
  return serializeIp({
    ...ends,
    protocol: Protocol.ICMP,
    payload: serializeIcmp({ type, code, rest: 0, body }, ends),
  });
}
