import type { Seq } from '#tcp';
import { px, xy } from '../ladder/svg.ts';
import { RING } from './spaces.ts';

/*
 * The ring as a circle: 0 at the top, numbers grow clockwise, a full turn is 2³². y grows downwards.
 */

export type Point = readonly [x: number, y: number];

export interface Circle {
  readonly cx: number;
  readonly cy: number;
}

/** The angle of a number, clockwise from the top, in radians. */
export const angleOf = (seq: Seq): number => (seq / RING) * 2 * Math.PI;

/** Where a number stands on the circle of radius `r`. */
export function pointAt({ cx, cy }: Circle, r: number, seq: Seq): Point {
  const angle = angleOf(seq);
  return [cx + r * Math.sin(angle), cy - r * Math.cos(angle)];
}

/** The number at whose angle a point lies. */
export function seqAt({ cx, cy }: Circle, [x, y]: Point): Seq {
  const turn = Math.atan2(x - cx, cy - y) / (2 * Math.PI);
  return Math.round((turn < 0 ? turn + 1 : turn) * RING) % RING;
}

/** The path of an arc of `length` numbers, over the edge if need be; a whole turn is two arcs. */
export function arcPath(circle: Circle, r: number, from: Seq, length: number): string {
  if (length <= 0) return '';
  if (length >= RING) {
    const half = RING / 2;
    return arcPath(circle, r, from, half) + arcPath(circle, r, (from + half) % RING, half);
  }
  const large = length > RING / 2 ? 1 : 0;
  const start = pointAt(circle, r, from);
  const end = pointAt(circle, r, (from + length) % RING);
  return `M${xy(...start)}A${px(r)} ${px(r)} 0 ${large} 1 ${xy(...end)}`;
}
