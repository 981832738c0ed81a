import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcPath, pointAt, seqAt } from './circle.ts';
import { HALF, RING } from './spaces.ts';

const circle = { cx: 100, cy: 100 };

describe('the ring as a circle', () => {
  it.each([
    ['0 at the top', 0, [100, 50]],
    ['2³⁰ at the right', RING / 4, [150, 100]],
    ['2³¹ at the bottom', HALF, [100, 150]],
    ['3·2³⁰ at the left', (RING / 4) * 3, [50, 100]],
  ])('has %s', (_, seq, [x, y]) => {
    const [px, py] = pointAt(circle, 50, seq);
    expect(px).toBeCloseTo(x ?? 0);
    expect(py).toBeCloseTo(y ?? 0);
  });

  it('finds the number at a point again, to a rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: RING - 1 }), (seq) => {
        const off = (seqAt(circle, pointAt(circle, 50, seq)) - seq) | 0;
        expect(Math.abs(off)).toBeLessThan(64);
      }),
    );
  });

  it('draws an arc over the edge as one arc, clockwise', () => {
    const path = arcPath(circle, 50, RING - RING / 8, RING / 4);
    expect(path).toBe('M64.6 64.6A50 50 0 0 1 135.4 64.6');
  });

  it('takes the long way for more than half of it, two arcs for all, none for nothing', () => {
    expect(arcPath(circle, 50, 0, HALF + RING / 4)).toBe('M100 50A50 50 0 1 1 50 100');
    expect(arcPath(circle, 50, 0, RING).match(/A/g)).toHaveLength(2);
    expect(arcPath(circle, 50, 7, 0)).toBe('');
  });
});
