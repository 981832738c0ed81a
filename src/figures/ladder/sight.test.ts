import { describe, expect, it } from 'vitest';
import { around, beyond, holds } from './sight.ts';

describe('the part of a long drawing that is drawn', () => {
  it('is what can be seen, and half as much above and below', () => {
    expect(around([1000, 1800])).toEqual([600, 2200]);
  });

  it('is drawn anew when something else comes in sight', () => {
    expect(holds([600, 2200], [1000, 1800], 9000)).toBe(true);
    expect(holds([600, 2200], [1500, 2300], 9000)).toBe(false);
  });

  it('needs nothing above and below the drawing', () => {
    expect(holds([-400, 1200], [-2000, 800], 9000)).toBe(true);
    expect(holds([7000, 9400], [8000, 9900], 9000)).toBe(true);
  });
});

describe('the way to a place that is out of sight', () => {
  it('is nothing within, and as short as can be', () => {
    expect(beyond(200, 72, 700)).toBe(0);
    expect(beyond(20, 72, 700)).toBe(-52);
    expect(beyond(900, 72, 700)).toBe(200);
  });

  it('is nothing where there is no room at all', () => {
    expect(beyond(900, 72, 40)).toBe(0);
  });
});
