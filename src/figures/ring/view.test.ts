import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add } from '#tcp/seq.ts';
import { RING } from './spaces.ts';
import { edgeIn, fitView, LINE, offsetIn, seenOf, xOf } from './view.ts';

const across = { x: 10, width: 100 };
const seq = fc.integer({ min: 0, max: RING - 1 });

describe('the line', () => {
  it('tears a run over the edge in two', () => {
    expect(seenOf(LINE, { from: RING - 5, length: 15 })).toEqual([
      [0, 10],
      [RING - 5, RING],
    ]);
  });

  it('shows a run that ends at the edge as one', () => {
    expect(seenOf(LINE, { from: RING - 5, length: 5 })).toEqual([[RING - 5, RING]]);
  });

  it('has no edge inside', () => {
    expect(edgeIn(LINE)).toBeNull();
  });
});

describe('a lens', () => {
  const view = { from: RING - 50, span: 100 };

  it('shows a run over the edge as one, and where the edge is', () => {
    expect(seenOf(view, { from: RING - 5, length: 15 })).toEqual([[45, 60]]);
    expect(edgeIn(view)).toBe(50);
    expect(xOf(view, across, RING - 50)).toBe(10);
    expect(xOf(view, across, 0)).toBe(60);
  });

  it('shows what of a run reaches into it from either side', () => {
    expect(seenOf(view, { from: RING - 60, length: 20 })).toEqual([[0, 10]]);
    expect(seenOf(view, { from: 40, length: 100 })).toEqual([[90, 100]]);
    expect(seenOf(view, { from: 1000, length: 10 })).toEqual([]);
  });

  it('knows what lies before it from what lies after it, by the shorter way', () => {
    expect(offsetIn(view, RING - 60)).toBe(-10);
    expect(offsetIn(view, 70)).toBe(120);
  });

  it('has all of a run inside, with room on both sides', () => {
    fc.assert(
      fc.property(seq, fc.integer({ min: 0, max: 2 ** 30 }), (from, length) => {
        const fitted = fitView({ from, length });
        expect(offsetIn(fitted, from)).toBeGreaterThan(0);
        expect(offsetIn(fitted, add(from, length))).toBeLessThan(fitted.span);
      }),
    );
  });

  it('keeps still while the run is well inside, and moves once it leaves', () => {
    const old = fitView({ from: 1000, length: 1000 });
    expect(fitView({ from: 1100, length: 1000 }, old)).toBe(old);
    expect(fitView({ from: 3000, length: 1000 }, old)).not.toBe(old);
    expect(fitView({ from: 1200, length: 20 }, old)).not.toBe(old);
  });
});
