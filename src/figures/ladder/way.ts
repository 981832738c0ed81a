import { xy } from './svg.ts';
import type { Point } from './box.ts';

/** Where something is at a time. px, ms. */
export interface WayPoint {
  readonly x: number;
  readonly y: number;
  readonly t: number;
}

/** The line that something draws on its way: straight from each point to the next. */
export interface Way {
  /** At least two. */
  readonly points: readonly WayPoint[];
  /** How long the line is up to each point, px. */
  readonly lengths: readonly number[];
  readonly length: number;
}

const NOWHERE: WayPoint = { x: 0, y: 0, t: 0 };

/** The way through these points. */
export function wayOf(points: readonly WayPoint[]): Way {
  let length = 0;
  const lengths = points.map((p, i) => {
    const before = points[i - 1] ?? p;
    length += Math.hypot(p.x - before.x, p.y - before.y);
    return length;
  });
  return { points, lengths, length };
}

/** The leg on which a length lies: the place of its second point. */
function legAt({ lengths }: Way, s: number): number {
  const found = lengths.findIndex((length, i) => i > 0 && s <= length);
  return found < 0 ? Math.max(1, lengths.length - 1) : found;
}

/** The point at a length along the way, and the direction there. */
export function along(way: Way, s: number): { x: number; y: number; ux: number; uy: number } {
  const i = legAt(way, s);
  const [p, q] = [way.points[i - 1] ?? NOWHERE, way.points[i] ?? NOWHERE];
  const start = way.lengths[i - 1] ?? 0;
  const leg = (way.lengths[i] ?? 0) - start || 1;
  const [ux, uy] = [(q.x - p.x) / leg, (q.y - p.y) / leg];
  return { x: p.x + ux * (s - start), y: p.y + uy * (s - start), ux, uy };
}

/** How far along the way something is at a time, px: nothing before it leaves. */
export function lengthAt({ points, lengths, length }: Way, t: number): number {
  const i = points.findIndex((p) => t < p.t);
  if (i < 0) return length;
  if (i === 0) return 0;
  const [p, q] = [points[i - 1] ?? NOWHERE, points[i] ?? NOWHERE];
  const [from, to] = [lengths[i - 1] ?? 0, lengths[i] ?? 0];
  return from + ((to - from) * (t - p.t)) / (q.t - p.t || 1);
}

/** The stretch between two lengths as the data of a path; empty if there is nothing between them. */
export function stretch(way: Way, from: number, to: number): string {
  if (to <= from) return '';
  const [a, b] = [along(way, from), along(way, to)];
  const between = way.points.flatMap((p, i) => {
    const s = way.lengths[i] ?? 0;
    return s > from && s < to ? [`L${xy(p.x, p.y)}`] : [];
  });
  return `M${xy(a.x, a.y)}${between.join('')}L${xy(b.x, b.y)}`;
}

/** Legs this far from the straight line still pass for one, px. */
const STRAIGHT = 3;

/** The straight lines on which a label may lie: the whole way if it is straight, else its legs, the longest first. */
export function straightParts({ points }: Way): readonly (readonly [Point, Point])[] {
  const [first, last] = [points[0] ?? NOWHERE, points[points.length - 1] ?? NOWHERE];
  const whole = [[first.x, first.y] as const, [last.x, last.y] as const] as const;
  const length = Math.hypot(last.x - first.x, last.y - first.y);
  const away = ({ x, y }: WayPoint) =>
    Math.abs((x - first.x) * (last.y - first.y) - (y - first.y) * (last.x - first.x)) / length;
  if (length > 0 && points.every((p) => away(p) <= STRAIGHT)) return [whole];
  const legs = points.slice(1).map((q, i) => {
    const p = points[i] ?? first;
    return [[p.x, p.y] as const, [q.x, q.y] as const] as const;
  });
  const size = ([p, q]: readonly [Point, Point]) => Math.hypot(q[0] - p[0], q[1] - p[1]);
  return legs.sort((a, b) => size(b) - size(a));
}
