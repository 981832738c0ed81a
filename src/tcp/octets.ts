/*
 * Numbers in network byte order, most significant octet first. A DataView does the same, but making
 * one costs more than reading a whole header.
 */

/** The unsigned 16-bit number at `at`. */
export function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}

/** The unsigned 32-bit number at `at`. */
export function long(bytes: Uint8Array, at: number): number {
  return ((word(bytes, at) << 16) | word(bytes, at + 2)) >>> 0;
}

/** Writes the lower 16 bits of a number. */
export function setWord(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

/** Writes the lower 32 bits of a number. */
export function setLong(bytes: Uint8Array, at: number, value: number): void {
  setWord(bytes, at, value >>> 16);
  setWord(bytes, at + 2, value);
}
