/** The size of a host's secret, octets. */
export const KEY_SIZE = 16;

/** v0 to v3 of the paper, each as its lower and its upper 32 bits. */
type Words = Int32Array;

const START = [
  0x736f6d65, 0x70736575, 0x646f7261, 0x6e646f6d, 0x6c796765, 0x6e657261, 0x74656462, 0x79746573,
];

const at = (words: Words, i: number): number => words[i] as number;

/** v[a] += v[b], 64 bits; `a` and `b` are places of the lower halves. */
function plus(v: Words, a: number, b: number): void {
  const low = (at(v, a) >>> 0) + (at(v, b) >>> 0);
  v[a] = low;
  v[a + 1] = at(v, a + 1) + at(v, b + 1) + (low > 0xffff_ffff ? 1 : 0);
}

/** v[a] = (v[a] <<< bits) ^ v[b]; fewer than 32 bits. */
function rotateXor(v: Words, a: number, bits: number, b: number): void {
  const low = at(v, a);
  const high = at(v, a + 1);
  v[a] = ((low << bits) | (high >>> (32 - bits))) ^ at(v, b);
  v[a + 1] = ((high << bits) | (low >>> (32 - bits))) ^ at(v, b + 1);
}

/** v[a] <<<= 32. */
function swap(v: Words, a: number): void {
  const low = at(v, a);
  v[a] = at(v, a + 1);
  v[a + 1] = low;
}

const V0 = 0;
const V1 = 2;
const V2 = 4;
const V3 = 6;

function round(v: Words): void {
  plus(v, V0, V1);
  rotateXor(v, V1, 13, V0);
  swap(v, V0);
  plus(v, V2, V3);
  rotateXor(v, V3, 16, V2);
  plus(v, V0, V3);
  rotateXor(v, V3, 21, V0);
  plus(v, V2, V1);
  rotateXor(v, V1, 17, V2);
  swap(v, V2);
}

/** Four octets from `from` on, the least significant first; what lies beyond the end counts as 0. */
const word = (octets: Uint8Array, from: number): number =>
  (octets[from] ?? 0) |
  ((octets[from + 1] ?? 0) << 8) |
  ((octets[from + 2] ?? 0) << 16) |
  ((octets[from + 3] ?? 0) << 24);

/** Takes 64 bits of the message in. */
function absorb(v: Words, low: number, high: number): void {
  v[V3] = at(v, V3) ^ low;
  v[V3 + 1] = at(v, V3 + 1) ^ high;
  round(v);
  round(v);
  v[V0] = at(v, V0) ^ low;
  v[V0 + 1] = at(v, V0 + 1) ^ high;
}

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash that cannot be computed without the key.
 * The result is 64 bits, in two unsigned halves. Throws RangeError unless the key has 16 octets.
 */
export function sipHash(key: Uint8Array, message: Uint8Array): { low: number; high: number } {
  if (key.length !== KEY_SIZE) {
    throw new RangeError(`a key has ${KEY_SIZE} octets, this one has ${key.length}`);
  }
  const v: Words = new Int32Array(8);
  for (let i = 0; i < 4; i += 1) {
    v[2 * i] = (START[2 * i + 1] as number) ^ word(key, 8 * (i % 2));
    v[2 * i + 1] = (START[2 * i] as number) ^ word(key, 8 * (i % 2) + 4);
  }
  const whole = message.length - (message.length % 8);
  for (let i = 0; i < whole; i += 8) absorb(v, word(message, i), word(message, i + 4));
  absorb(v, word(message, whole), word(message, whole + 4) | ((message.length & 0xff) << 24));
  v[V2] = at(v, V2) ^ 0xff;
  for (let i = 0; i < 4; i += 1) round(v);
  return {
    low: (at(v, V0) ^ at(v, V1) ^ at(v, V2) ^ at(v, V3)) >>> 0,
    high: (at(v, V0 + 1) ^ at(v, V1 + 1) ^ at(v, V2 + 1) ^ at(v, V3 + 1)) >>> 0,
  };
}

/** Room for the parts of one message; kept, because a hash is wanted for every connection. */
let scratch = new Uint8Array(256);

/**
 * A keyed hash of several values, from 0 to 2³² − 1: what only the holder of `key` (16 octets) can
 * compute (MUST-9). Texts and integers below 2⁵³ are told apart from one another and from their
 * neighbours. Throws RangeError unless the key has 16 octets.
 */
export function keyedHash(key: Uint8Array, parts: readonly (string | number)[]): number {
  let used = 0;
  const put = (octet: number) => {
    if (used === scratch.length) {
      const larger = new Uint8Array(2 * used);
      larger.set(scratch);
      scratch = larger;
    }
    scratch[used++] = octet;
  };
  const putWord = (value: number) => {
    for (let shift = 0; shift < 32; shift += 8) put(value >>> shift);
  };
  for (const part of parts) {
    if (typeof part === 'number') {
      putWord(part >>> 0);
      putWord(Math.floor(part / 2 ** 32) >>> 0);
      continue;
    }
    putWord(part.length);
    for (let i = 0; i < part.length; i += 1) {
      const unit = part.charCodeAt(i);
      put(unit);
      put(unit >>> 8);
    }
  }
  return sipHash(key, scratch.subarray(0, used)).low;
}
