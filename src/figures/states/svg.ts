import type { Translator } from '#text/text.ts';
import { stateName } from '../ladder/names.ts';
import { textWidth } from '../ladder/metrics.ts';
import { escapeText, px, xy } from '../ladder/svg.ts';
import type { Way } from './edges.ts';
import type { LabelPlace } from './forms.ts';
import type { Diagram, Line, Node, Point } from './layout.ts';

export interface StatesOptions {
  readonly t: Translator;
  /** Ids in the drawing begin with it. */
  readonly idPrefix: string;
  /** The lab whose plank has this name; `null` if there is none. */
  readonly labOf: (plank: string) => string | null;
}

/** Length and half width of a head, by what the line is. */
const HEAD: Readonly<Record<Way, readonly [number, number]>> = {
  first: [11, 4.6],
  answers: [11, 4.6],
  rare: [8, 4.2],
};

/** The diagram as an `<svg>` element. What belongs to a lab says so (`data-lab`), for the learner's progress. */
export function statesSvg(diagram: Diagram, options: StatesOptions): string {
  const { t, idPrefix: id } = options;
  const { width, height, small } = diagram.form;
  const lines = diagram.lines.map((line) => drawLine(line, options)).join('');
  const words = diagram.lines.map((line) => drawLabel(line, options)).join('');
  const nodes = diagram.nodes.map((node) => drawNode(node, diagram, options)).join('');
  const title = `<title id="${id}-title">${escapeText(t('states.title'))}</title>`;
  return `<svg class="states${small ? ' small' : ''}" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${title}${lines}${words}${nodes}</svg>`;
}

const labAttribute = (plank: string | null, labOf: StatesOptions['labOf']) => {
  const lab = plank === null ? null : labOf(plank);
  return lab === null ? '' : ` data-lab="${escapeText(lab)}"`;
};

function drawLine({ edge, points }: Line, { labOf }: StatesOptions): string {
  const [length, half] = HEAD[edge.way];
  const isOpen = edge.way === 'rare';
  const end = points.at(-1) ?? [0, 0];
  const before = points.at(-2) ?? end;
  const [ux, uy] = direction(before, end);
  // The point of the head keeps a hair off the box.
  const tip: Point = [end[0] - ux * 2, end[1] - uy * 2];
  const foot: Point = [tip[0] - ux * length, tip[1] - uy * length];
  const wing = (sign: number): string => xy(foot[0] - uy * half * sign, foot[1] + ux * half * sign);
  const stop = isOpen ? tip : foot;
  const path = [...points.slice(0, -1), stop].map(([x, y], i) => `${i ? 'L' : 'M'}${xy(x, y)}`);
  const head = `M${wing(1)}L${xy(...tip)}L${wing(-1)}${isOpen ? '' : 'Z'}`;
  return `<g class="edge ${edge.way}"${labAttribute(edge.plank, labOf)}><path class="run" d="${path.join('')}"/><path class="head" d="${head}"/></g>`;
}

function direction([x1, y1]: Point, [x2, y2]: Point): Point {
  return [Math.sign(x2 - x1), Math.sign(y2 - y1)];
}

/** A fraction: the event above, what is done below. A level line is its own fraction bar. */
function drawLabel({ edge, label }: Line, { t, labOf }: StatesOptions): string {
  if (label === null) return '';
  const event = t(`states.event.${edge.id}`);
  const action = t(`states.action.${edge.id}`);
  const anchor = { on: 'middle', left: 'end', right: 'start' }[label.at];
  const [up, down] = label.at === 'on' ? [-7, 16] : [-4, 13];
  const text = (name: string, words: string, dy: number) =>
    `<text class="${name}" x="${px(label.x)}" y="${px(label.y + dy)}" text-anchor="${anchor}">${bits(words)}</text>`;
  const bar = label.at === 'on' ? '' : fraction(label, event, action);
  return `<g class="words"${labAttribute(edge.plank, labOf)}>${text('event', event, up)}${bar}${text('action', action, down)}</g>`;
}

function fraction({ at, x, y }: LabelPlace, event: string, action: string): string {
  const width = Math.max(textWidth(event, 'state', 13), textWidth(action, 'state', 13));
  return `<path class="bar" d="M${xy(x, y)}h${px(at === 'left' ? -width : width)}"/>`;
}

/** Control bits in their colours. */
function bits(words: string): string {
  return escapeText(words).replace(/\b(?:SYN,ACK|SYN|FIN|RST|ACK)\b/g, (word) => {
    const pen = ['rst', 'fin', 'syn', 'ack'].find((bit) => word.includes(bit.toUpperCase()));
    return `<tspan class="of-${pen ?? 'ack'}">${word}</tspan>`;
  });
}

function drawNode({ state, again, plank, x, y }: Node, diagram: Diagram, options: StatesOptions) {
  const { small, box } = diagram.form;
  const [left, top] = [x - box.width / 2, y - box.height / 2];
  const name = escapeText(stateName(state, small, options.t));
  const wood = again ? '' : grain(left, top, box);
  return `<g class="node${again ? ' again' : ''}"${again ? '' : labAttribute(plank, options.labOf)}><rect x="${px(left)}" y="${px(top)}" width="${box.width}" height="${box.height}"/>${wood}<text x="${px(x)}" y="${px(y + 5)}" text-anchor="middle">${name}</text></g>`;
}

/** Grain and nails, seen where the plank is the learner's. */
function grain(left: number, top: number, { width, height }: { width: number; height: number }) {
  const [a, b] = [left + 6, left + width - 6];
  const third = (b - a) / 3;
  const wave = (share: number, lift: number) => {
    const y = top + height * share;
    return `M${xy(a, y)}C${xy(a + third, y - lift)} ${xy(b - third, y + lift)} ${xy(b, y - lift / 2)}`;
  };
  const nails = [left + 6, left + width - 6].flatMap((x) =>
    [top + 6, top + height - 6].map((y) => `<circle cx="${px(x)}" cy="${px(y)}" r="1.3"/>`),
  );
  return `<g class="wood"><path d="${wave(0.24, 3)}${wave(0.78, 2.5)}"/>${nails.join('')}</g>`;
}
