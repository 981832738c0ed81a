import { describe, expect, it } from 'vitest';
import { PLAIN, zoomed } from './view.ts';

describe('the zoom', () => {
  it('goes in and out by steps, back to where it began', () => {
    expect(PLAIN.zoom).toBe(1);
    expect(zoomed(zoomed(1, 1), -1)).toBe(1);
    expect(zoomed(1, 1)).toBeGreaterThan(1);
    expect(zoomed(1, -1)).toBeLessThan(1);
  });

  it('stays at its ends', () => {
    let [near, far] = [1, 1];
    for (let i = 0; i < 20; i++) [near, far] = [zoomed(near, 1), zoomed(far, -1)];
    expect(zoomed(near, 1)).toBe(near);
    expect(zoomed(far, -1)).toBe(far);
  });
});
