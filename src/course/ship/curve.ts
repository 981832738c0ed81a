/** A point on the drawing: x to the right, y down, in the units of the ship's sheet. */
export type Point = readonly [x: number, y: number];

/** A curve from its beginning (0) to its end (1). */
export type Curve = (along: number) => Point;

export function line([x0, y0]: Point, [x1, y1]: Point): Curve {
  return (t) => [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t];
}

/** A cubic Bézier curve. */
export function bezier(a: Point, b: Point, c: Point, d: Point): Curve {
  return (t) => {
    const s = 1 - t;
    const at = (i: 0 | 1) =>
      s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i];
    return [at(0), at(1)];
  };
}

/** The same curve walked at an even pace, so that equal steps of its parameter are equal lengths. */
export function even(curve: Curve, steps = 200): Curve {
  let walked = 0;
  let before = curve(0);
  const legs = sample(curve, 0, 1, steps)
    .slice(1)
    .map((to) => {
      const leg = { from: before, to, start: walked, length: distance(before, to) };
      walked += leg.length;
      before = to;
      return leg;
    });
  const total = walked;
  return (t) => {
    const wanted = Math.min(Math.max(t, 0), 1) * total;
    const leg = legs.find(({ start, length }) => start + length >= wanted);
    return leg ? line(leg.from, leg.to)((wanted - leg.start) / leg.length) : before;
  };
}

/** The curve moved sideways: to its left as one walks along it, for a positive distance. */
export function beside(curve: Curve, distance: number | ((along: number) => number)): Curve {
  return (t) => {
    const d = typeof distance === 'number' ? distance : distance(t);
    const [x0, y0] = curve(Math.max(0, t - 0.005));
    const [x1, y1] = curve(Math.min(1, t + 0.005));
    const length = Math.hypot(x1 - x0, y1 - y0);
    const [x, y] = curve(t);
    return [x + ((y1 - y0) / length) * d, y - ((x1 - x0) / length) * d];
  };
}

/** Points at even steps of the parameter, from `from` to `to`, both included. */
export function sample(curve: Curve, from: number, to: number, steps: number): readonly Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => curve(from + ((to - from) * i) / steps));
}

/** SVG path data through points, to a tenth of a unit. */
export function path(points: readonly Point[], isClosed = false): string {
  return `M${points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}${isClosed ? 'Z' : ''}`;
}

const tenth = (n: number) => Math.round(n * 10) / 10;

function distance([x0, y0]: Point, [x1, y1]: Point): number {
  return Math.hypot(x1 - x0, y1 - y0);
}
