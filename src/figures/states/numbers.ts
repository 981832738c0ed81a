import type { Form } from './forms.ts';
import type { Node, Point } from './geometry.ts';

/** Radius of the disc that a number stands on, px. */
export const DISC = 8.5;
/** How fine the places along a line are tried, px, and how much air a disc wants to everything else. */
const STEP = 1;
const AIR = 2;

interface Routed {
  readonly points: readonly Point[];
}

/**
 * Where the numbers of lines stand: each on its own line, clear of boxes, of other lines and of the
 * numbers placed before, as near to the line's middle as that allows. Pure.
 */
export function placeNumbers(
  lines: readonly Routed[],
  nodes: readonly Node[],
  { box, width, height }: Form,
): readonly Point[] {
  const placed: Point[] = [];
  for (const line of lines) {
    const others = lines.filter((other) => other !== line);
    const along = pointsAlong(line.points);
    const clearance = (point: Point): number =>
      Math.min(
        ...nodes.map((node) => toBox(point, node, box) - DISC),
        ...others.map(({ points }) => toLine(point, points) - DISC),
        ...placed.map((other) => distance(point, other) - 2 * DISC),
        ...[point[0] - DISC, width - point[0] - DISC, point[1] - DISC, height - point[1] - DISC],
      );
    const middle = along.length / 2;
    const score = (point: Point, i: number): number =>
      Math.min(AIR, clearance(point)) * 1000 - Math.abs(i - middle);
    const best = along
      .map((point, i) => ({ point, score: score(point, i) }))
      .reduce((a, b) => (b.score > a.score ? b : a));
    placed.push(best.point);
  }
  return placed;
}

function pointsAlong(points: readonly Point[]): readonly Point[] {
  return points.slice(1).flatMap(([x2, y2], i): Point[] => {
    const [x1, y1] = points[i] ?? [x2, y2];
    const length = Math.abs(x2 - x1) + Math.abs(y2 - y1);
    const count = Math.max(1, Math.floor(length / STEP));
    return Array.from({ length: count }, (_, n) => [
      x1 + ((x2 - x1) * n) / count,
      y1 + ((y2 - y1) * n) / count,
    ]);
  });
}

const distance = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x2 - x1, y2 - y1);

function toBox([px, py]: Point, { x, y }: Node, box: Form['box']): number {
  const dx = Math.max(0, Math.abs(px - x) - box.width / 2);
  const dy = Math.max(0, Math.abs(py - y) - box.height / 2);
  // Of the square around a point: round or not, a disc by a box's corner looks as if it touched.
  return Math.max(dx, dy);
}

/** Distance to a square line. */
function toLine([px, py]: Point, points: readonly Point[]): number {
  const spans = points.slice(1).map(([x2, y2], i) => {
    const [x1, y1] = points[i] ?? [x2, y2];
    const x = Math.min(Math.max(px, Math.min(x1, x2)), Math.max(x1, x2));
    const y = Math.min(Math.max(py, Math.min(y1, y2)), Math.max(y1, y2));
    return Math.hypot(px - x, py - y);
  });
  return Math.min(...spans);
}
