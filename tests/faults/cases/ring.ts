import type { Case } from './case.ts';

const STARTS = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

export const ringCases: readonly Case[] = [
  {
    name: 'numbers up to 2^31-1 apart have an order',
    holds: ({ functions: { lt, leq } }) =>
      STARTS.every((a) =>
        [1, 2 ** 30, 2 ** 31 - 1].every((n) => {
          const b = (a + n) % 2 ** 32;
          return lt(a, b) && !lt(b, a) && leq(a, b) && !leq(b, a);
        }),
      ),
  },
];
