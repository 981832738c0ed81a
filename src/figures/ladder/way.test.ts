import { describe, expect, it } from 'vitest';
import { along, lengthAt, straightParts, stretch, wayOf } from './way.ts';

/** Straight on, then down: by a router at 10 ms. */
const bent = wayOf([
  { x: 0, y: 0, t: 0 },
  { x: 30, y: 40, t: 10 },
  { x: 30, y: 140, t: 30 },
]);

describe('a way', () => {
  it('is as long as its legs', () => {
    expect(bent.lengths).toEqual([0, 50, 150]);
  });

  it('is walked along', () => {
    expect(along(bent, 25)).toMatchObject({ x: 15, y: 20 });
    expect(along(bent, 100)).toMatchObject({ x: 30, y: 90, ux: 0, uy: 1 });
  });

  it('is covered as time runs, leg by leg', () => {
    expect([-5, 0, 5, 10, 20, 30, 99].map((t) => lengthAt(bent, t))).toEqual([
      0, 0, 25, 50, 100, 150, 150,
    ]);
  });

  it('is drawn from one length to another, by its corners', () => {
    expect(stretch(bent, 25, 100)).toBe('M15 20L30 40L30 90');
    expect(stretch(bent, 25, 25)).toBe('');
  });

  it('has its longest leg first for a label, or is one line', () => {
    expect(straightParts(bent)[0]).toEqual([
      [30, 40],
      [30, 140],
    ]);
    const straight = wayOf([0, 1, 2].map((t) => ({ x: t * 10, y: t * 5, t })));
    expect(straightParts(straight)).toEqual([
      [
        [0, 0],
        [20, 10],
      ],
    ]);
  });
});
