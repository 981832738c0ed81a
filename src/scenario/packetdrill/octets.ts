/**
 * The octets of a stream from its octet `from` on. Each has a value of its own (modulo 256), so that
 * text at the wrong place is found out.
 */
export function octets(from: number, length: number): Uint8Array {
  return new Uint8Array(length).map((_, i) => from + i);
}
