import type { Translator } from '#text/text.ts';
import { head, headBack, line } from '../ladder/heads.ts';
import { hasChevron, penOf } from '../ladder/segment.ts';
import { escapeText, group, px, xy } from '../ladder/svg.ts';
import { TO } from './facts.ts';
import type { Line, Point } from './forms.ts';
import {
  type Arrow,
  type Ending,
  type Fact,
  type Label,
  layoutWay,
  type Link,
  type NodeBox,
  type Token,
} from './layout.ts';
import type { Journey, Story } from './story.ts';
import { sentenceOf } from './words.ts';

export interface WayOptions {
  readonly t: Translator;
  readonly width: 'wide' | 'narrow';
  readonly title: string;
  /** Ids in the drawing begin with it. */
  readonly idPrefix: string;
}

/** Height of the packet. */
const TOKEN = 20;

/** The way as an `<svg>` element, all of it in ink; `data-place` says at which step each part comes. */
export function waySvg(story: Story, options: WayOptions): string {
  const { t, title, idPrefix: id } = options;
  const layout = layoutWay(story, options.width, t);
  const { width, height, half, letters } = layout.form;
  const size = letters < 12 ? ' small' : '';
  const described = sentenceOf(story, { kind: 'all' }, t);
  const names = `<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-desc">${escapeText(described)}</desc>`;
  const parts = [
    group('links', layout.links.map(drawLink).join('')),
    layout.nodes.map(drawLifeline).join(''),
    layout.arrows.map((arrow) => drawArrow(arrow, story, t)).join(''),
    layout.ending === null ? '' : drawEnding(layout.ending),
    layout.nodes.map((node) => drawNode(node, half, t)).join(''),
    story.journeys.map((journey, i) => drawToken(layout.tokens[i], i, journey)).join(''),
  ].join('');
  return `<svg class="way${size}" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${px(height)}" width="${width}" height="${px(height)}">${names}${parts}</svg>`;
}

function text(name: string, { x, y, anchor, text: words }: Label): string {
  return `<text class="${name}" x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escapeText(words)}</text>`;
}

const path = ([[x1, y1], [x2, y2]]: Line): string => `M${xy(x1, y1)}L${xy(x2, y2)}`;

function drawLink({ line: ends, ends: [one, other] }: Link): string {
  return `<path d="${path(ends)}"/>${text('interface', one)}${text('interface', other)}`;
}

const drawGhost = (ends: Line): string => `<path class="ghost" d="${path(ends)}"/>`;

function drawArrow(arrow: Arrow, story: Story, t: Translator): string {
  const seg = story.journeys[arrow.journey]?.seg ?? null;
  const pen = seg === null ? 'icmp' : penOf(seg);
  const [[x1, y1], [x2, y2]] = arrow.line;
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const back = headBack(pen);
  const stop = arrow.cross ?? [x2 - ux * back, y2 - uy * back];
  const run = path([[x1, y1], stop]);
  const tip = head(pen, seg !== null && hasChevron(seg));
  const angle = Math.round((Math.atan2(uy, ux) * 180) / Math.PI);
  const point = `<g transform="translate(${px(x2)} ${px(y2)}) rotate(${angle})">${tip}</g>`;
  const ghosts = arrow.ghosts.map(drawGhost).join('');
  const end = arrow.cross === null ? point : `${ghosts}${cross(arrow.cross)}`;
  const facts = arrow.facts.map((fact) => drawFact(fact, arrow.label, t)).join('');
  // What passes a node leaves from it as it came.
  const tail = arrow.isFirst ? `<circle class="dot" cx="${px(x1)}" cy="${px(y1)}" r="2.5"/>` : '';
  return `<g class="leg seg ${pen}" data-place="${arrow.place}">${tail}${line(pen, run)}${end}${facts}</g>`;
}

/** The first fact says what it is and its TTL. What a node has just written is underlined. */
function drawFact(fact: Fact, label: string, t: Translator): string {
  const { x, y, anchor, what } = fact;
  const name = fact.changed ? ' class="changed"' : '';
  const words =
    what === 'ttl'
      ? `<tspan class="flags">${escapeText(label)}</tspan> <tspan${name}>${escapeText(t('routers.ttl.short', { n: fact.text }))}</tspan>`
      : `${what === 'destination' ? TO : ''}<tspan${name}>${escapeText(fact.text)}</tspan>`;
  return `<text class="fact ${what}" x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${words}</text>`;
}

const cross = ([x, y]: Point): string =>
  `<path class="lost" d="M${xy(x - 5, y - 5)}l10 10m0-10-10 10"/>`;

function drawEnding({ place, ghosts, cross: at, label }: Ending): string {
  const lines = ghosts.map(drawGhost).join('');
  return `<g class="ending seg" data-place="${place}">${lines}${cross(at)}${text('ends', label)}</g>`;
}

const drawLifeline = ({ node, lifeline }: NodeBox): string =>
  lifeline === null ? '' : `<path class="lifeline ${node.kind}" d="${path(lifeline)}"/>`;

function drawNode({ node, x, y, title, addresses }: NodeBox, half: number, t: Translator) {
  const words = [text('title', title), ...addresses.map((each) => text('address', each))].join('');
  const shape =
    node.kind === 'host' ? drawHost(node.name, x, y) : drawRouter(node.kind, x, y, half, t);
  return `<g class="node ${node.kind}" data-node="${escapeText(node.name)}">${shape}${words}</g>`;
}

/** As at the head of a ladder: the first host's disc is filled. */
function drawHost(name: string, x: number, y: number): string {
  const kind = name === 'A' ? 'filled' : 'open';
  return `<circle class="${kind}" cx="${px(x)}" cy="${px(y)}" r="13"/><text class="letter ${kind}" x="${px(x)}" y="${px(y + 4.5)}" text-anchor="middle">${escapeText(name)}</text>`;
}

/** A box in which two ways cross; a NAT says so in its box. */
function drawRouter(kind: 'router' | 'nat', x: number, y: number, half: number, t: Translator) {
  const [left, top, size] = [x - half, y - half, 2 * half];
  const arm = half - 8;
  const inside =
    kind === 'router'
      ? `<path d="M${xy(x - arm, y - arm)}l${2 * arm} ${2 * arm}m0-${2 * arm}l-${2 * arm} ${2 * arm}"/>`
      : text('letter', { x, y: y + 4.5, anchor: 'middle', text: t('routers.nat') });
  return `<rect x="${px(left)}" y="${px(top)}" width="${size}" height="${size}"/>${inside}`;
}

/** The packet itself. It is moved to its place, and not there as long as there is none. */
function drawToken(token: Token | undefined, place: number, { seg }: Journey): string {
  const { label, width } = token ?? { label: '', width: 0 };
  const pen = seg === null ? 'icmp' : penOf(seg);
  return `<g class="token seg ${pen}" data-journey="${place}"><rect x="${px(-width / 2)}" y="${-TOKEN / 2}" width="${px(width)}" height="${TOKEN}"/><text y="4.5" text-anchor="middle">${escapeText(label)}</text></g>`;
}
