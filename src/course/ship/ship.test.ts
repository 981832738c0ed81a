import { describe, expect, it } from 'vitest';
import { PLACES } from '../config.ts';
import { bezier, even, line, sample } from './curve.ts';
import { side } from './hull.ts';
import { lowerCorners, middle, places, plankOutline } from './places.ts';

describe('the hull', () => {
  it('has 24 places, in strakes of 4, 4, 5, 4, 3 and 4', () => {
    expect(places).toHaveLength(PLACES);
    const strakes = new Map<number, number>();
    for (const { bottom } of places) strakes.set(bottom, (strakes.get(bottom) ?? 0) + 1);
    expect([...strakes.values()]).toEqual([4, 4, 5, 4, 3, 4]);
  });

  it('lays no butt above another', () => {
    const butts = places.filter(({ to }) => to < 1);
    for (const a of butts) {
      const above = butts.filter((b) => b.bottom === a.top);
      for (const b of above) expect(Math.abs(a.to - b.to)).toBeGreaterThan(0.04);
    }
  });

  it('is fair: every line runs on towards the bow, every frame rises', () => {
    for (const u of [0, 0.3, 0.6, 1]) {
      const xs = sample((s) => side(s, u), 0, 1, 60).map(([x]) => x);
      expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    }
    for (const s of [0, 0.25, 0.5, 0.75, 1]) {
      const ys = sample((u) => side(s, u), 0, 1, 30).map(([, y]) => y);
      expect(ys).toEqual(ys.toSorted((a, b) => b - a));
    }
  });

  it('gives every plank a body of its own', () => {
    const outlines = places.map(plankOutline);
    expect(new Set(outlines).size).toBe(PLACES);
    expect(outlines.join('')).not.toContain('NaN');
    for (const place of places) {
      const [[aft], [fore]] = lowerCorners(place);
      expect(fore - aft).toBeGreaterThan(60);
      expect(middle(place)[0]).toBeGreaterThan(aft - 40);
    }
  });
});

describe('even', () => {
  it('walks a curve at an even pace', () => {
    const curve = even(bezier([0, 0], [0, 0], [0, 0], [100, 0]));
    expect(curve(0)).toEqual([0, 0]);
    expect(curve(0.5)[0]).toBeCloseTo(50, 0);
    expect(curve(1)).toEqual([100, 0]);
  });

  it('leaves a straight line as it is', () => {
    expect(even(line([0, 0], [10, 20]))(0.25)[1]).toBeCloseTo(5);
  });
});
