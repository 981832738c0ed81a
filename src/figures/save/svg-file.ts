import { attributesOf, INITIAL, lookOf, type Look } from './look.ts';

/** Paper around the drawing, in its own units. */
const MARGIN = 12;

/** What stands in a drawing and is never painted itself. */
const UNPAINTED = new Set(['title', 'desc', 'defs', 'metadata', 'style']);

/**
 * A drawing of the page as a file of its own: tokens resolved to colours, faces named, on the paper
 * that it lies on. It looks as it does in the page at this moment, in the theme of this moment.
 * `style` is a style sheet to put into it, such as the faces themselves.
 */
export function svgFile(svg: SVGSVGElement, style = ''): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  settle(svg, copy, INITIAL);
  const { x, y, width, height } = boxOf(svg);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const paper = element(copy, 'rect', { x, y, width, height, fill: paperOf(svg), stroke: 'none' });
  const names = [...copy.children].filter(({ localName }) => UNPAINTED.has(localName));
  const last = names.filter(({ localName }) => localName === 'title' || localName === 'desc').pop();
  if (last) last.after(paper);
  else copy.prepend(paper);
  if (style !== '') {
    const sheet = element(copy, 'style', {});
    sheet.textContent = style;
    paper.before(sheet);
  }
  return new XMLSerializer().serializeToString(copy);
}

/** The drawing with paper around it, in its own units: room for what reaches over its edge. */
function boxOf(svg: SVGSVGElement) {
  const { x, y, width, height } = svg.viewBox.baseVal;
  const size = width > 0 && height > 0 ? { x, y, width, height } : svg.getBBox();
  return {
    ...{ x: Math.floor(size.x - MARGIN), y: Math.floor(size.y - MARGIN) },
    ...{ width: Math.ceil(size.width + 2 * MARGIN), height: Math.ceil(size.height + 2 * MARGIN) },
  };
}

function element(near: Element, name: string, attributes: Record<string, string | number>) {
  const made = near.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** Writes into the copy how the browser paints the original, element by element. */
function settle(from: Element, to: Element, parent: Look): void {
  for (const name of ['class', 'style', 'tabindex']) to.removeAttribute(name);
  if (UNPAINTED.has(from.localName) && from.localName !== 'defs') return;
  if (from.localName !== 'defs' && getComputedStyle(from).display === 'none') return to.remove();
  const look = lookOf(from);
  for (const [name, value] of Object.entries(attributesOf(look, parent))) {
    to.setAttribute(name, value);
  }
  const copies = [...to.children];
  [...from.children].forEach((child, i) => {
    const copy = copies[i];
    if (copy !== undefined) settle(child, copy, look);
  });
}

/** The colour of the paper under the drawing: of the first thing around it that is not transparent. */
function paperOf(svg: Element): string {
  for (let at: Element | null = svg; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return 'white';
}
