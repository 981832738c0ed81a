/** A rectangle about its centre, turned by an angle whose cosine and sine are `ux`, `uy`. px. */
export interface Box {
  readonly cx: number;
  readonly cy: number;
  /** Half of its width and height. */
  readonly hw: number;
  readonly hh: number;
  readonly ux: number;
  readonly uy: number;
}

export type Point = readonly [x: number, y: number];

/** An upright box from its edges. */
export function uprightBox(x1: number, y1: number, x2: number, y2: number): Box {
  return {
    ...{ cx: (x1 + x2) / 2, cy: (y1 + y2) / 2, hw: Math.abs(x2 - x1) / 2 },
    ...{ hh: Math.abs(y2 - y1) / 2, ux: 1, uy: 0 },
  };
}

/** A line as a box without thickness. */
export function lineBox([x1, y1]: Point, [x2, y2]: Point): Box {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  return {
    ...{ cx: (x1 + x2) / 2, cy: (y1 + y2) / 2, hw: length / 2, hh: 0 },
    ...{ ux: (x2 - x1) / length, uy: (y2 - y1) / length },
  };
}

/** Half the height that a box takes on the page. */
export function reach({ hw, hh, ux, uy }: Box): number {
  return hw * Math.abs(uy) + hh * Math.abs(ux);
}

/** Half the width that a box takes on the page. */
export function reachAcross({ hw, hh, ux, uy }: Box): number {
  return hw * Math.abs(ux) + hh * Math.abs(uy);
}

/**
 * Do two boxes share a point? Two convex shapes are apart exactly if they are apart when seen
 * along one of their four sides: so each side is a direction, and the shadows are compared.
 */
export function overlap(a: Box, b: Box): boolean {
  return !(
    isApart(a, b, a.ux, a.uy) ||
    isApart(a, b, -a.uy, a.ux) ||
    isApart(a, b, b.ux, b.uy) ||
    isApart(a, b, -b.uy, b.ux)
  );
}

function isApart(a: Box, b: Box, x: number, y: number): boolean {
  const distance = Math.abs((b.cx - a.cx) * x + (b.cy - a.cy) * y);
  return distance >= shadow(a, x, y) + shadow(b, x, y);
}

function shadow({ hw, hh, ux, uy }: Box, x: number, y: number): number {
  return hw * Math.abs(ux * x + uy * y) + hh * Math.abs(ux * y - uy * x);
}
