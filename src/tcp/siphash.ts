/** The size of a host's secret, octets. */
export const KEY_SIZE = 16;

/** Four octets from `from` on, the least significant first; what lies beyond the end counts as 0. */
const word = (octets: Uint8Array, from: number): number =>
  (octets[from] ?? 0) |
  ((octets[from + 1] ?? 0) << 8) |
  ((octets[from + 2] ?? 0) << 16) |
  ((octets[from + 3] ?? 0) << 24);

const MAX_WORD = 0xffff_ffff;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash that cannot be computed without the key.
 * The result is 64 bits, in two unsigned halves. Throws RangeError unless the key has 16 octets.
 *
 * Each 64-bit variable v of the paper is two numbers here, `vl` and `vh`. They are local and there is
 * one loop for all rounds, because a hash is computed for every connection.
 */
export function sipHash(key: Uint8Array, message: Uint8Array): { low: number; high: number } {
  if (key.length !== KEY_SIZE) {
    throw new RangeError(`a key has ${KEY_SIZE} octets, this one has ${key.length}`);
  }
  let v0l = word(key, 0) ^ 0x70736575;
  let v0h = word(key, 4) ^ 0x736f6d65;
  let v1l = word(key, 8) ^ 0x6e646f6d;
  let v1h = word(key, 12) ^ 0x646f7261;
  let v2l = word(key, 0) ^ 0x6e657261;
  let v2h = word(key, 4) ^ 0x6c796765;
  let v3l = word(key, 8) ^ 0x79746573;
  let v3h = word(key, 12) ^ 0x74656462;

  const last = message.length >>> 3;
  for (let block = 0; block <= last + 1; block += 1) {
    const isEnd = block > last;
    let ml = 0;
    let mh = 0;
    if (isEnd) v2l ^= 0xff;
    else {
      ml = word(message, 8 * block);
      mh = word(message, 8 * block + 4);
      if (block === last) mh |= message.length << 24;
    }
    v3l ^= ml;
    v3h ^= mh;
    for (let round = isEnd ? 4 : 2; round > 0; round -= 1) {
      // v0 += v1; v1 <<<= 13; v1 ^= v0; v0 <<<= 32
      let sum = (v0l >>> 0) + (v1l >>> 0);
      let low = sum | 0;
      let high = (v0h + v1h + (sum > MAX_WORD ? 1 : 0)) | 0;
      v0h = low;
      v0l = high;
      let turned = (v1l << 13) | (v1h >>> 19);
      v1h = ((v1h << 13) | (v1l >>> 19)) ^ high;
      v1l = turned ^ low;
      // v2 += v3; v3 <<<= 16; v3 ^= v2
      sum = (v2l >>> 0) + (v3l >>> 0);
      v2l = sum | 0;
      v2h = (v2h + v3h + (sum > MAX_WORD ? 1 : 0)) | 0;
      turned = (v3l << 16) | (v3h >>> 16);
      v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
      v3l = turned ^ v2l;
      // v0 += v3; v3 <<<= 21; v3 ^= v0
      sum = (v0l >>> 0) + (v3l >>> 0);
      v0l = sum | 0;
      v0h = (v0h + v3h + (sum > MAX_WORD ? 1 : 0)) | 0;
      turned = (v3l << 21) | (v3h >>> 11);
      v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
      v3l = turned ^ v0l;
      // v2 += v1; v1 <<<= 17; v1 ^= v2; v2 <<<= 32
      sum = (v2l >>> 0) + (v1l >>> 0);
      low = sum | 0;
      high = (v2h + v1h + (sum > MAX_WORD ? 1 : 0)) | 0;
      v2h = low;
      v2l = high;
      turned = (v1l << 17) | (v1h >>> 15);
      v1h = ((v1h << 17) | (v1l >>> 15)) ^ high;
      v1l = turned ^ low;
    }
    v0l ^= ml;
    v0h ^= mh;
  }
  return { low: (v0l ^ v1l ^ v2l ^ v3l) >>> 0, high: (v0h ^ v1h ^ v2h ^ v3h) >>> 0 };
}

/** Room for the parts of one message; kept, because a hash is wanted for every connection. */
let scratch = new Uint8Array(256);

function putWord(value: number, at: number): number {
  scratch[at] = value;
  scratch[at + 1] = value >>> 8;
  scratch[at + 2] = value >>> 16;
  scratch[at + 3] = value >>> 24;
  return at + 4;
}

/** A text is its length and two octets for each character, a number is 64 bits. */
const sizeOf = (part: string | number): number =>
  typeof part === 'number' ? 8 : 4 + 2 * part.length;

/**
 * A keyed hash of several values, from 0 to 2³² − 1: what only the holder of `key` (16 octets) can
 * compute (MUST-9). Texts and integers below 2⁵³ are told apart from one another and from their
 * neighbours. Throws RangeError unless the key has 16 octets.
 */
export function keyedHash(key: Uint8Array, parts: readonly (string | number)[]): number {
  let size = 0;
  for (const part of parts) size += sizeOf(part);
  if (size > scratch.length) scratch = new Uint8Array(2 * size);

  let at = 0;
  for (const part of parts) {
    if (typeof part === 'number') {
      at = putWord(part >>> 0, at);
      at = putWord(Math.floor(part / 2 ** 32) >>> 0, at);
      continue;
    }
    at = putWord(part.length, at);
    for (let i = 0; i < part.length; i += 1) {
      const unit = part.charCodeAt(i);
      scratch[at++] = unit;
      scratch[at++] = unit >>> 8;
    }
  }
  return sipHash(key, scratch.subarray(0, size)).low;
}
