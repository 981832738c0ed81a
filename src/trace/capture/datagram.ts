import { viewOf } from '#wire/bytes.ts';
import { type IpPacket, parseIp } from '#wire/ip.ts';
import { ok, type Result } from '#wire/result.ts';
import { ipOffset } from './link.ts';
import type { CapturedPacket } from './packet.ts';

/** An IP datagram as a capture holds it. */
export interface CapturedDatagram {
  readonly ip: IpPacket;
  /** Its headers, from the first octet of the IP header to before the payload. */
  readonly header: Uint8Array;
  /** Octets of the payload on the wire, whether or not all of them were captured. */
  readonly payloadLength: number;
  /** What stands before the IP header: with the interface it tells where the packet was seen. */
  readonly link: Uint8Array;
}

/** The IP datagram in a packet; `null` if the packet carries something else. */
export function datagramOf(packet: CapturedPacket): Result<CapturedDatagram | null> {
  const start = ipOffset(packet.bytes, packet.linkType);
  if (!start.ok) return start;
  if (start.value === null) return ok(null);
  const found = packet.bytes.subarray(start.value);
  const original = packet.originalLength - start.value;
  const patched = withLength(found, original);
  const bytes = patched ?? found;
  const ip = parseIp(bytes);
  if (!ip.ok) return ip;
  const header = bytes.subarray(0, ip.value.payload.byteOffset - bytes.byteOffset);
  const whole = patched === null ? declaredLength(bytes) : original;
  return ok({
    ip: ip.value,
    header,
    payloadLength: Math.max(0, whole - header.length),
    link: packet.bytes.subarray(0, start.value),
  });
}

/** Octets of the whole datagram, as its header says: never those that were captured. */
function declaredLength(bytes: Uint8Array): number {
  const six = (bytes[0] ?? 0) >> 4 === 6;
  return six ? 40 + viewOf(bytes).getUint16(4) : viewOf(bytes).getUint16(2);
}

/**
 * A sender that leaves segmentation to its network card is captured with a length field of 0: the
 * packet's own length, which may be more than the field can say, stands in for it. `null` if the field
 * needs no help.
 */
function withLength(bytes: Uint8Array, original: number): Uint8Array | null {
  const version = (bytes[0] ?? 0) >> 4;
  const [field, header] = version === 4 ? [2, 0] : [4, 40];
  if ((version !== 4 && version !== 6) || bytes.length < 20 || original - header < 1) return null;
  if (viewOf(bytes).getUint16(field) !== 0) return null;
  const copy = bytes.slice();
  viewOf(copy).setUint16(field, Math.min(0xffff, original - header));
  return copy;
}
