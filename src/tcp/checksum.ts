/**
 * The sum that the Internet checksum is made of (RFC 1071): the 16-bit words of `bytes` from offset
 * `from` to `to`, added in ones' complement. An odd last octet counts as if a zero followed. `start`
 * is the sum of what came before.
 */
export function sum(bytes: Uint8Array, start = 0, from = 0, to = bytes.length): number {
  let total = start;
  let at = from;
  for (; at + 1 < to; at += 2) total += ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
  if (at < to) total += (bytes[at] as number) << 8;
  while (total > 0xffff) total = (total & 0xffff) + Math.floor(total / 0x10000);
  return total;
}

/** The Internet checksum of the bytes, whose own checksum field is 0. */
export function checksum(bytes: Uint8Array, start = 0, from = 0, to = bytes.length): number {
  return ~sum(bytes, start, from, to) & 0xffff;
}

/** Does the sum over bytes that contain their checksum come out right? */
export function isChecksumRight(bytes: Uint8Array, start = 0, from = 0, to?: number): boolean {
  return sum(bytes, start, from, to) === 0xffff;
}

/**
 * The checksum after a 16-bit word changed from `before` to `after` (RFC 1624, equation 3): whoever
 * changes one word need not read all the others.
 */
export function updateChecksum(old: number, before: number, after: number): number {
  let total = (~old & 0xffff) + (~before & 0xffff) + (after & 0xffff);
  while (total > 0xffff) total = (total & 0xffff) + (total >>> 16);
  return ~total & 0xffff;
}
