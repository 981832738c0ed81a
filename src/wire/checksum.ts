import { viewOf } from './bytes.ts';

/**
 * The sum that the Internet checksum is made of (RFC 1071): 16-bit words added in ones' complement.
 * An odd last octet counts as if a zero followed. `start` is the sum of what came before.
 */
export function sum(bytes: Uint8Array, start = 0): number {
  const view = viewOf(bytes);
  let total = start;
  for (let at = 0; at + 1 < bytes.length; at += 2) total += view.getUint16(at);
  if (bytes.length % 2 === 1) total += (bytes[bytes.length - 1] ?? 0) << 8;
  while (total > 0xffff) total = (total & 0xffff) + Math.floor(total / 0x10000);
  return total;
}

/** The Internet checksum of the bytes, whose own checksum field is 0. */
export function checksum(bytes: Uint8Array, start = 0): number {
  return ~sum(bytes, start) & 0xffff;
}

/** Does the sum over bytes that contain their checksum come out right? */
export function isChecksumRight(bytes: Uint8Array, start = 0): boolean {
  return sum(bytes, start) === 0xffff;
}

/**
 * The checksum after a 16-bit word changed from `before` to `after` (RFC 1624, equation 3): a router
 * that lowers the TTL need not read the whole header.
 */
export function updateChecksum(old: number, before: number, after: number): number {
  let total = (~old & 0xffff) + (~before & 0xffff) + (after & 0xffff);
  while (total > 0xffff) total = (total & 0xffff) + (total >>> 16);
  return ~total & 0xffff;
}
