/**
 * The octets of a stream from its octet `from` on. Each has a value of its own (modulo 256), so that
 * text at the wrong place is found out.
 */
export function octets(from: number, length: number): Uint8Array {
  const list = new Uint8Array(length);
  for (let i = 0; i < length; i++) list[i] = from + i;
  return list;
}
