import type { Seq } from '#tcp';
import { add, distance } from '#tcp/seq.ts';
import { RING } from './spaces.ts';

/** A part of the ring that is laid out straight: `span` numbers from `from`. */
export interface View {
  readonly from: Seq;
  readonly span: number;
}

/** Where a view is drawn: from x on, px. */
export interface Across {
  readonly x: number;
  readonly width: number;
}

/** A run of numbers. */
export interface Run {
  readonly from: Seq;
  readonly length: number;
}

/** The whole ring, cut between 4294967295 and 0. */
export const LINE: View = { from: 0, span: RING };

/** A lens shows no fewer numbers than these. */
const LEAST_SPAN = 12;

/** How far a number lies after the beginning of the view; negative if it is nearer before it. */
export function offsetIn({ from, span }: View, seq: Seq): number {
  const after = distance(from, seq);
  return after > span + (RING - span) / 2 ? after - RING : after;
}

/** Where a number stands, px. It may lie outside. */
export function xOf(view: View, { x, width }: Across, seq: Seq): number {
  return x + (offsetIn(view, seq) / view.span) * width;
}

/** What of a run can be seen in a view, as offsets; over the edge of the line it falls in two. */
export function seenOf(view: View, { from, length }: Run): readonly (readonly [number, number])[] {
  const start = distance(view.from, from);
  return [start - RING, start]
    .map((at) => [Math.max(0, at), Math.min(view.span, at + length)] as const)
    .filter(([a, b]) => b > a);
}

/** Where the edge between 4294967295 and 0 lies in a view, as an offset; `null` if it is not inside. */
export function edgeIn({ from, span }: View): number | null {
  const offset = distance(from, 0);
  return offset > 0 && offset < span ? offset : null;
}

/**
 * A view in which a run can be seen with what is around it. The old one stays as long as the run is
 * inside and not too small in it, so that nothing jumps while a mark is moved.
 */
export function fitView({ from, length }: Run, old: View | null = null): View {
  const span = Math.min(RING, Math.max(LEAST_SPAN, Math.ceil(length * 1.6)));
  if (old !== null && old.span <= span * 2.5) {
    const start = distance(old.from, from);
    const room = old.span * 0.05;
    if (start >= room && start + length <= old.span - room) return old;
  }
  return { from: add(from, -Math.round((span - length) / 2)), span };
}
