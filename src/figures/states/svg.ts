import type { State } from '#tcp/state.ts';
import type { Translator } from '#text/text.ts';
import { stateName } from '../ladder/names.ts';
import { escapeText, px, xy } from '../ladder/svg.ts';
import type { Edge, Group } from './edge.ts';
import { drawLine, drawPin, drawWords, plankAttributes, type EdgePens } from './draw-edges.ts';
import { NARROW, WIDE, type Form } from './forms.ts';
import type { Node } from './geometry.ts';
import { layoutStates } from './layout.ts';
import { isLine } from './target.ts';
import { placeOf, takersOf, tokensSvg, tone, type Whereabouts } from './tokens.ts';
import { titleOf } from './words.ts';

export interface StatesOptions extends Partial<Whereabouts> {
  readonly t: Translator;
  /** `wide` bears words and is 660 px wide, `narrow` bears numbers and is 358. */
  readonly form?: 'wide' | 'narrow';
  /** The lab whose plank has this name; `null` if there is none. */
  readonly labOf?: (plank: string) => string | null;
  /** Names of planks that are the learner's, for a page that does not know of labs. */
  readonly mine?: readonly string[];
  /** Which edges that Figure 5 leaves out are shown. */
  readonly show?: readonly Group[];
  /** A state to be marked: its ways are in ink, with those that Figure 5 leaves out, all others in pencil. */
  readonly marked?: State;
  /** The page of a state; `null` if its box leads nowhere. */
  readonly linkTo?: (state: State) => string | null;
}

/** The two drawings by their names. */
export const FORMS = { wide: WIDE, narrow: NARROW } as const;

const LAYOUTS = { wide: layoutStates(WIDE), narrow: layoutStates(NARROW) };

/**
 * The state diagram as an `<svg>` element. Its name is no `<title>`: that would be a tooltip over all
 * of it. What belongs to a lab says so (`data-lab`), for the learner's progress. With `hosts` and
 * `path` their discs stand in their states, and what has not been passed is in pencil.
 */
export function statesSvg(options: StatesOptions): string {
  const { t, form: name = 'wide', show = [], hosts = {}, path = [], marked, linkTo } = options;
  const { form, nodes, lines, pins } = LAYOUTS[name];
  const { width, height, small } = form;
  const whereabouts = { hosts, path };
  const pens: EdgePens = {
    ...{ t, form, labOf: options.labOf ?? (() => null), mine: new Set(options.mine) },
  };
  const inked = (svg: string, edge: Edge) =>
    touches(edge, marked) ? taken(svg, '') : passed(svg, edge.id, whereabouts);
  const inside = [
    ...lines.map((line) => inked(drawLine(line, pens), line.edge)),
    ...pins.map((pin) => inked(drawPin(pin, pens), pin.edge)),
    ...lines.map((line) => inked(drawWords(line, pens), line.edge)),
    ...nodes.map((node) => linked(drawNode(node, form, pens, whereabouts, marked), node, linkTo)),
  ].join('');
  const title = titleOf(whereabouts, t);
  const label = escapeText(
    marked === undefined ? title : t('states.marked', { title, state: t(`state.${marked}`) }),
  );
  const isFollowed = path.length > 0 || marked !== undefined;
  const classes = ['states', small ? 'small' : '', isFollowed ? 'followed' : ''];
  if (marked !== undefined) classes.push('marked');
  // What can be followed is no mere picture.
  const role = linkTo === undefined ? 'img' : 'group';
  const shown = show.length > 0 ? ` data-show="${show.join(' ')}"` : '';
  const tokens = tokensSvg(whereabouts, (place) => cornersOf(form, place), small);
  return `<svg class="${classes.filter(Boolean).join(' ')}"${shown} role="${role}" aria-label="${label}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}<g class="tokens">${tokens}</g></svg>`;
}

function cornersOf({ places, box }: Form, place: keyof Form['places']) {
  const [x, y] = places[place];
  return { x: x - box.width / 2, y: y - box.height / 2, ...box };
}

/** Marks a drawn edge by who has gone along it. */
function passed(svg: string, edge: string, whereabouts: Whereabouts): string {
  const takers = takersOf(edge, whereabouts);
  if (takers.length === 0) return svg;
  const names = Object.keys(whereabouts.hosts);
  const tones = new Set(takers.map((host) => tone(names.indexOf(host))));
  return taken(svg, ` data-by="${[...tones].join(' ')}"`);
}

const taken = (svg: string, attributes: string): string =>
  svg.replace('<g class="', `<g${attributes} class="taken `);

/** Is an edge one of the marked state's own? Of what leads to CLOSED in passing, only what is drawn as a line. */
const touches = (edge: Edge, marked: State | undefined): boolean =>
  edge.from === marked || (edge.to === marked && isLine(edge));

/** The box as a link; the second CLOSED is not another stop for the keyboard. */
function linked(svg: string, { state, again }: Node, linkTo: StatesOptions['linkTo']): string {
  const to = again ? null : (linkTo?.(state) ?? null);
  return to === null ? svg : `<a href="${escapeText(to)}">${svg}</a>`;
}

function drawNode(
  node: Node,
  form: Form,
  pens: EdgePens,
  whereabouts: Whereabouts,
  marked: State | undefined,
): string {
  const { state, place, again, plank, x, y } = node;
  const { small, box } = form;
  const [left, top] = [x - box.width / 2, y - box.height / 2];
  const isHere =
    state === marked ||
    Object.keys(whereabouts.hosts).some((host) => placeOf(host, whereabouts) === place);
  const name = escapeText(stateName(state, small, pens.t));
  const classes = ['node', again ? 'again' : '', isHere ? 'here' : ''].filter(Boolean).join(' ');
  const yours = again
    ? ''
    : `${grain(left, top, box)} <text class="yours" x="${px(x)}" y="${px(y + (small ? 12 : 15))}" text-anchor="middle">${escapeText(pens.t('states.yours'))}</text>`;
  const attributes = again ? '' : plankAttributes(plank, pens);
  return `<g class="${classes}" data-state="${state}" data-place="${place}"${attributes}><rect x="${px(left)}" y="${px(top)}" width="${box.width}" height="${box.height}"/><text class="name" x="${px(x)}" y="${px(y + 5)}" text-anchor="middle">${name}</text>${yours}</g>`;
}

/**
 * Grain and nails, seen where the plank is the learner's. They are drawn around the origin and moved,
 * so that all boxes have the same strokes: written twelve times over, they weigh next to nothing.
 */
function grain(left: number, top: number, { width, height }: { width: number; height: number }) {
  const [a, b] = [6, width - 6];
  const third = (b - a) / 3;
  const wave = (share: number, lift: number) => {
    const y = height * share;
    return `M${xy(a, y)}C${xy(a + third, y - lift)} ${xy(b - third, y + lift)} ${xy(b, y - lift / 2)}`;
  };
  const nails = [a, b].flatMap((x) =>
    [6, height - 6].map((y) => `<circle cx="${px(x)}" cy="${px(y)}" r="1.3"/>`),
  );
  return `<g class="wood" transform="translate(${px(left)} ${px(top)})"><path d="${wave(0.16, 2.5)}${wave(0.9, 2)}"/>${nails.join('')}</g>`;
}
