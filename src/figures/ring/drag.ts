import type { Circle } from './circle.ts';
import { seqAt } from './circle.ts';
import type { Handle } from './handle.ts';

/** Where a pointer is on a drawing, px of the drawing. */
export type Spot = readonly [x: number, y: number];

/** Numbers that a pointer's way from one spot to another stands for. */
export type Measure = (from: Spot, to: Spot) => number;

/** Along a lens: so many numbers to the pixel. */
export function alongStrip(span: number, width: number): Measure {
  return ([from], [to]) => Math.round(((to - from) / width) * span);
}

/** Around a circle: the angle that the pointer has turned, the shorter way. */
export function aroundCircle(circle: Circle): Measure {
  return (from, to) => (seqAt(circle, to) - seqAt(circle, from)) | 0;
}

/** What the keys do to a handle: by how many numbers it moves; `null` for a key that does nothing. */
export function keyWay(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { page, home, end }: Pick<Handle, 'page' | 'home' | 'end'>,
): number | null {
  const one = shiftKey ? 1000 : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return one;
    case 'ArrowLeft':
    case 'ArrowDown':
      return -one;
    case 'PageUp':
      return page;
    case 'PageDown':
      return -page;
    case 'Home':
      return home;
    case 'End':
      return end;
    default:
      return null;
  }
}

/** Lets a number that is dragged rest on one that it comes near to. */
export function snapped(to: number, on: readonly number[], within: number): number {
  return on.find((each) => Math.abs((to - each) | 0) <= within) ?? to;
}
