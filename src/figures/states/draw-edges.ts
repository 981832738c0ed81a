import { textWidth } from '../ladder/metrics.ts';
import { escapeText, px, xy } from '../ladder/svg.ts';
import type { Translator } from '#text/text.ts';
import type { Edge, Way } from './edge.ts';
import type { Form, LabelPlace } from './forms.ts';
import type { Line, Pin, Point } from './geometry.ts';
import { OUT } from './layout.ts';
import { DISC } from './numbers.ts';
import { edgeWords, numberOf, pinWord } from './words.ts';

/** What a drawing of edges needs to know. */
export interface EdgePens {
  readonly t: Translator;
  readonly form: Form;
  readonly labOf: (plank: string) => string | null;
  /** The planks that are the learner's. */
  readonly mine: ReadonlySet<string>;
}

/** Length and half width of a head, by what the line is. */
const HEAD: Readonly<Record<Way, readonly [number, number]>> = {
  first: [11, 4.6],
  answers: [11, 4.6],
  rare: [8, 4.2],
};

/** Sizes of words: of events and actions, and beside pins, px. */
export const WORDS = { label: 12, pin: 12 };

/** How far around a number a finger may touch, px. */
const TOUCH = 12;

/** Where the marks of those who have gone along an edge stand: from its beginning, px. */
const MARK = { first: 9, next: 10, radius: 3.6 };

/** The attributes that a box or an edge bears for the page: its lab, and whether its plank is laid. */
export function plankAttributes(plank: string | null, { labOf, mine }: EdgePens): string {
  const lab = plank === null ? null : labOf(plank);
  const laid = plank !== null && mine.has(plank) ? ' data-plank="laid"' : '';
  return lab === null ? laid : ` data-lab="${escapeText(lab)}"${laid}`;
}

/** A transition from box to box: a band to press and to mark, the line, its head. */
export function drawLine({ edge, points }: Line, pens: EdgePens): string {
  const [length, half] = HEAD[edge.way];
  const isOpen = edge.way === 'rare';
  const end = points.at(-1) ?? [0, 0];
  const [ux, uy] = direction(points.at(-2) ?? end, end);
  // The point of the head keeps a hair off the box.
  const tip: Point = [end[0] - ux * 2, end[1] - uy * 2];
  const foot: Point = [tip[0] - ux * length, tip[1] - uy * length];
  const wing = (sign: number): string => xy(foot[0] - uy * half * sign, foot[1] + ux * half * sign);
  const head = `M${wing(1)}L${xy(...tip)}L${wing(-1)}${isOpen ? '' : 'Z'}`;
  const run = path([...points.slice(0, -1), isOpen ? tip : foot]);
  return opening('edge', edge, pens) + strokes(points, run, head) + marks(points) + '</g>';
}

/** A transition to what is not drawn: a short line to a dotted square, which stands for CLOSED, or to a word. */
export function drawPin({ edge, points, side }: Pin, pens: EdgePens): string {
  const { size } = pens.form.pin;
  const [x, y] = points.at(-1) ?? [0, 0];
  const [dx, dy] = OUT[side];
  const [cx, cy] = [x + (dx * size) / 2, y + (dy * size) / 2];
  const end =
    edge.to === 'CLOSED'
      ? `<rect class="stub" x="${px(cx - size / 2)}" y="${px(cy - size / 2)}" width="${size}" height="${size}"/>`
      : `<path class="head" d="M${xy(x - dx * 2 - dy * 3, y - dy * 2 - dx * 3)}L${xy(x + dx * 3, y + dy * 3)}L${xy(x - dx * 2 + dy * 3, y - dy * 2 + dx * 3)}"/>`;
  const run = path(points);
  const word = pens.form.small ? '' : pinText(edge, [x + dx * (size + 4), y + 4], dx, pens);
  return `${opening('edge pin', edge, pens)}<path class="band" d="${run}"/><path class="run" d="${run}"/>${end}${word}</g>`;
}

function pinText(edge: Edge, [x, y]: Point, dx: number, { t }: EdgePens): string {
  const anchor = dx < 0 ? 'end' : 'start';
  return `<text class="event" x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${bits(pinWord(edge, t))}</text>`;
}

function opening(name: string, edge: Edge, pens: EdgePens): string {
  return `<g class="${name} ${edge.way}" data-edge="${escapeText(edge.id)}" data-group="${edge.group}"${plankAttributes(edge.plank, pens)}>`;
}

function strokes(points: readonly Point[], run: string, head: string): string {
  return `<path class="band" d="${path(points)}"/><path class="run" d="${run}"/><path class="head" d="${head}"/>`;
}

/** Two marks near the beginning, one for each side of a ladder: they are shown where that host has passed. */
function marks(points: readonly Point[]): string {
  const [start, next] = points;
  if (start === undefined || next === undefined) return '';
  const [ux, uy] = direction(start, next);
  return (['filled', 'open'] as const)
    .map((tone, i) => {
      const far = MARK.first + i * MARK.next;
      return `<circle class="by ${tone}" cx="${px(start[0] + ux * far)}" cy="${px(start[1] + uy * far)}" r="${MARK.radius}"/>`;
    })
    .join('');
}

const path = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${xy(x, y)}`).join('');

function direction([x1, y1]: Point, [x2, y2]: Point): Point {
  return [Math.sign(x2 - x1), Math.sign(y2 - y1)];
}

/** An edge’s words, or its number where there is no room for words. */
export function drawWords({ edge, label, number }: Line, pens: EdgePens): string {
  const inside = label === null ? drawNumber(edge, number) : fractionText(edge, label, pens.t);
  return opening('words', edge, pens) + inside + '</g>';
}

function drawNumber(edge: Edge, at: Point | null): string {
  if (at === null) return '';
  const [x, y] = at;
  return `<circle class="touch" cx="${px(x)}" cy="${px(y)}" r="${TOUCH}"/><circle class="disc" cx="${px(x)}" cy="${px(y)}" r="${DISC}"/><text class="number" x="${px(x)}" y="${px(y + 4)}" text-anchor="middle">${numberOf(edge)}</text>`;
}

/** A fraction: the event above, what is done below. A level line is its own fraction bar. */
function fractionText(edge: Edge, label: LabelPlace, t: Translator): string {
  const { event, action } = edgeWords(edge, t);
  const anchor = { on: 'middle', left: 'end', right: 'start' }[label.at];
  const [up, down] = label.at === 'on' ? [-6, 15] : [-4, 13];
  const text = (name: string, words: string, dy: number) =>
    `<text class="${name}" x="${px(label.x)}" y="${px(label.y + dy)}" text-anchor="${anchor}">${bits(words)}</text>`;
  const width = labelWidth(edge, t);
  const bar =
    label.at === 'on'
      ? ''
      : `<path class="bar" d="M${xy(label.x, label.y)}h${px(label.at === 'left' ? -width : width)}"/>`;
  return text('event', event, up) + bar + text('action', action, down);
}

/** How wide an edge’s words are, px. */
export function labelWidth(edge: Edge, t: Translator): number {
  const { event, action } = edgeWords(edge, t);
  return Math.max(textWidth(event, 'state', WORDS.label), textWidth(action, 'state', WORDS.label));
}

/** Control bits in their colours. */
function bits(words: string): string {
  return escapeText(words).replace(/\b(?:SYN,ACK|SYN|FIN|RST|ACK)\b(?!-)/g, (word) => {
    const pen = ['rst', 'fin', 'syn', 'ack'].find((bit) => word.includes(bit.toUpperCase()));
    return `<tspan class="of-${pen ?? 'ack'}">${word}</tspan>`;
  });
}
