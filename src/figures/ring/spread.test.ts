import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

describe('spread', () => {
  it('leaves alone what has room', () => {
    const wishes = [
      { at: 20, size: 10 },
      { at: 50, size: 10 },
    ];
    expect(spread(wishes, 0, 100)).toEqual([20, 50]);
  });

  it('lets nothing overlap and nothing leave, in the order of the wishes', () => {
    const wish = fc.record({ at: fc.integer({ min: -50, max: 450 }), size: fc.constant(40) });
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 9 }), (wishes) => {
        const middles = spread(wishes, 0, 400);
        const placed = wishes.map(({ at }, i) => ({ at, middle: middles[i] ?? NaN }));
        placed.sort((a, b) => a.middle - b.middle);
        placed.forEach(({ at, middle }, i) => {
          expect(middle).toBeGreaterThanOrEqual(20);
          expect(middle).toBeLessThanOrEqual(380);
          const last = placed[i - 1];
          if (last === undefined) return;
          expect(middle - last.middle).toBeGreaterThanOrEqual(40);
          expect(at).toBeGreaterThanOrEqual(last.at);
        });
      }),
    );
  });
});
