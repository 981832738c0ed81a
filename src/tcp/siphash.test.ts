import { describe, expect, it } from 'vitest';
import { keyedHash, sipHash } from './siphash.ts';

const key = Uint8Array.from({ length: 16 }, (_, i) => i);
const message = (length: number) => Uint8Array.from({ length }, (_, i) => i);
const hex = (length: number) => {
  const { high, low } = sipHash(key, message(length));
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
};

describe('sipHash', () => {
  it('gives the values that its authors publish', () => {
    expect(hex(0)).toBe('726fdb47dd0e0e31');
    expect(hex(1)).toBe('74f839c593dc67fd');
    expect(hex(15)).toBe('a129ca6149be45e5');
  });

  it('refuses a key of another size', () => {
    expect(() => sipHash(new Uint8Array(8), message(1))).toThrow('this one has 8');
  });
});

describe('keyedHash', () => {
  it('tells the same characters in other parts apart', () => {
    expect(keyedHash(key, ['ab', 'c'])).not.toBe(keyedHash(key, ['a', 'bc']));
  });

  it('sees the upper half of a large number', () => {
    expect(keyedHash(key, [2 ** 32 + 5])).not.toBe(keyedHash(key, [5]));
  });

  it('takes messages longer than its room', () => {
    const long = 'x'.repeat(1_000);
    expect(keyedHash(key, [long, 1])).not.toBe(keyedHash(key, [long, 2]));
  });
});
