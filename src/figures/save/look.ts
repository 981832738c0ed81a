/** How an element is painted, by the names of SVG's presentation attributes. */
export type Look = Readonly<Record<string, string>>;

/** What a child takes over from its parent, with what holds where nobody says anything. */
const INHERITED: Look = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'font-family': '',
  'font-size': '',
  'font-style': 'normal',
  'font-weight': '400',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
};

/** What each element has for itself. */
const OWN: Look = { opacity: '1', 'vector-effect': 'none' };

const NAMES = [...Object.keys(INHERITED), ...Object.keys(OWN)];

/** What an element without a parent starts from. */
export const INITIAL: Look = INHERITED;

/** How the browser paints an element: with all tokens and rules of the page. */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  return Object.fromEntries(NAMES.map((name) => [name, clean(style.getPropertyValue(name))]));
}

/** The attributes that an element needs to look so, within a parent of another look. */
export function attributesOf(look: Look, parent: Look): Look {
  const differs = ([name, value]: readonly [string, string]) =>
    value !== '' && value !== (name in OWN ? OWN[name] : parent[name]);
  return Object.fromEntries(Object.entries(look).filter(differs));
}

/** Browsers write the same reference in several ways: `url("#a")`, `url(#a)`, with the page before it. */
function clean(value: string): string {
  return value.replace(/url\(["']?[^"')#]*#([^"')]+)["']?\)/g, 'url(#$1)').trim();
}
