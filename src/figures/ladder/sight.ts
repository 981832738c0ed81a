/** A drawing higher than this is drawn piece by piece, in its own units. */
export const WHOLE = 3000;

/** How near to the edge of what is seen the caret may come, px. */
const EDGE = 72;

/** From one height of a drawing to another, in its own units. */
export type Part = readonly [from: number, to: number];

/** How many px of the window one unit of a drawing takes. */
export function unitOf(svg: SVGSVGElement): number {
  const { height } = svg.viewBox.baseVal;
  return height > 0 ? svg.getBoundingClientRect().height / height : 1;
}

/** The box that scrolls a long drawing; `null`: the page does. */
function scrollBoxOf(svg: Element): HTMLElement | null {
  const drawing = svg.closest<HTMLElement>('.drawing');
  return drawing !== null && drawing.scrollHeight > drawing.clientHeight + 1 ? drawing : null;
}

/** The part of a drawing that can be seen. */
export function sightOf(svg: SVGSVGElement): Part {
  const unit = unitOf(svg);
  const { top: y } = svg.getBoundingClientRect();
  const box = scrollBoxOf(svg)?.getBoundingClientRect();
  const top = Math.max(0, box?.top ?? 0);
  const bottom = Math.max(top, Math.min(innerHeight, box?.bottom ?? innerHeight));
  return [(top - y) / unit, (bottom - y) / unit];
}

/** What is drawn of a long drawing: what can be seen, and half as much again above and below. */
export function around([from, to]: Part): Part {
  const half = (to - from) / 2;
  return [from - half, to + half];
}

/** Does a part hold all of another that lies within a drawing of this height? */
export function holds(part: Part, [from, to]: Part, height: number): boolean {
  return part[0] <= Math.max(0, from) && part[1] >= Math.min(height, to);
}

/** Can the height `y` of a drawing be seen in the window? `foot` px at its foot are covered. */
export function isInSight(svg: SVGSVGElement, y: number, foot: number): boolean {
  const at = svg.getBoundingClientRect().top + y * unitOf(svg);
  return at >= 0 && at <= innerHeight - foot;
}

/** Scrolls until the height `y` of a drawing can be seen; `foot` px at the window's foot are covered. */
export function keepInSight(svg: SVGSVGElement, y: number, foot: number): void {
  const at = () => svg.getBoundingClientRect().top + y * unitOf(svg);
  const box = scrollBoxOf(svg);
  if (box !== null) {
    const { top, bottom } = box.getBoundingClientRect();
    box.scrollTop += beyond(at(), top + EDGE, bottom - EDGE);
  }
  const away = beyond(at(), EDGE, innerHeight - foot - EDGE);
  if (away !== 0) scrollBy({ top: away, behavior: 'instant' });
}

/** How far a place lies above (< 0) or below (> 0) a stretch; 0 within it, or if there is none. */
export function beyond(y: number, top: number, bottom: number): number {
  if (bottom <= top) return 0;
  return y < top ? y - top : Math.max(0, y - bottom);
}
