/** A rectangle, px, as the browser gives it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Between the word and its definition. */
const GAP = 6;
/** Between the definition and the edge of the window. */
const EDGE = 8;

/**
 * Where the corner of a definition stands, px from the window's: under the word, or above it where
 * there is no room below and more above; never over the left or right edge.
 */
export function placeTip(
  word: Box,
  tip: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const most = view.width - tip.width - EDGE;
  const left = Math.max(EDGE, Math.min(word.left, most));
  const below = view.height - word.bottom;
  const isBelow = below >= tip.height + GAP + EDGE || below >= word.top;
  return { left, top: isBelow ? word.bottom + GAP : word.top - GAP - tip.height };
}

/** Of the lines over which a word is broken, the one nearest to a point; the first without a point. */
export function lineAt(
  lines: readonly Box[],
  point: { readonly x: number; readonly y: number } | null,
): Box | undefined {
  if (point === null) return lines[0];
  const away = (box: Box) =>
    Math.max(box.left - point.x, 0, point.x - box.right) +
    Math.max(box.top - point.y, 0, point.y - box.bottom);
  return lines.toSorted((a, b) => away(a) - away(b))[0];
}
