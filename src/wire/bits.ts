/**
 * The unsigned number in `count` bits from bit `from` on, the most significant first; at most 48 bits.
 * Bits count from the first bit of the octets. What lies beyond the end reads as 0.
 */
export function readBits(octets: Uint8Array, from: number, count: number): number {
  let value = 0;
  let at = from;
  const end = from + count;
  while (at < end) {
    const inOctet = at & 7;
    const take = Math.min(8 - inOctet, end - at);
    const rest = 8 - inOctet - take;
    const part = ((octets[at >> 3] ?? 0) >> rest) & ((1 << take) - 1);
    value = value * 2 ** take + part;
    at += take;
  }
  return value;
}

/** Writes the lower `count` bits of a number there; the bits around them stay. At most 48 bits. */
export function writeBits(octets: Uint8Array, from: number, count: number, value: number): void {
  let left = value;
  for (let at = from + count - 1; at >= from; at--) {
    const mask = 0x80 >> (at & 7);
    const octet = octets[at >> 3] ?? 0;
    octets[at >> 3] = left % 2 === 1 ? octet | mask : octet & ~mask;
    left = Math.floor(left / 2);
  }
}
