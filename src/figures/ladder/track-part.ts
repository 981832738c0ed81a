import type { Geometry } from './geometry.ts';
import { yAt } from './scale.ts';

/** The track's own units, and the height of its rule in them. */
export const UNITS = 1000;
export const MIDDLE = 22;

/** Where a time stands on the track, from 0 to 1. Waits are folded on it as in the drawing. */
export function trackPart({ scale, start, end }: Geometry, t: number): number {
  const [y1, y2] = [yAt(scale, start), yAt(scale, end)];
  return y2 > y1 ? Math.min(1, Math.max(0, (yAt(scale, t) - y1) / (y2 - y1))) : 1;
}

/** The path that inks the track up to a part of it. */
export function donePath(part: number): string {
  return `M0 ${MIDDLE}H${Math.round(part * UNITS)}`;
}
