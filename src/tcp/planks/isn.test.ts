import { describe, expect, it } from 'vitest';
import { isn } from './isn.ts';

const key = Uint8Array.from({ length: 16 }, (_, i) => 7 * i);
const tuple = (localPort: number, remotePort: number) => ({
  local: { address: '192.0.2.1', port: localPort },
  remote: { address: '192.0.2.2', port: remotePort },
});
const SECOND = 1_000_000;

describe('isn', () => {
  it('grows by 250 000 a second for one 4-tuple, around the wrap too', () => {
    for (let s = 0; s < 20_000; s += 97) {
      const grown =
        (isn(tuple(1, 2), (s + 1) * SECOND, key) - isn(tuple(1, 2), s * SECOND, key)) >>> 0;
      expect(grown).toBe(250_000);
    }
  });

  it('stays within 32 bits when the clock has come round many times', () => {
    const number = isn(tuple(1, 2), 3 * 2 ** 52, key);
    expect(Number.isInteger(number) && number >= 0 && number < 2 ** 32).toBe(true);
  });

  it('is another number for another port at either end, and for another key', () => {
    const other = Uint8Array.from({ length: 16 }, (_, i) => 7 * i + 1);
    const numbers = [
      isn(tuple(1, 2), 0, key),
      isn(tuple(3, 2), 0, key),
      isn(tuple(1, 3), 0, key),
      isn(tuple(2, 1), 0, key),
      isn(tuple(1, 2), 0, other),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
