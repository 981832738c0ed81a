import { describe, expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import { STATES } from '#tcp';
import { translator } from '#text/text.ts';
import { textWidth } from '../ladder/metrics.ts';
import { labelWidth, WORDS } from './draw-edges.ts';
import { NARROW, WIDE, type Form } from './forms.ts';
import type { Diagram, Node, Point } from './geometry.ts';
import { layoutStates } from './layout.ts';
import { DISC } from './numbers.ts';
import { pinWord } from './words.ts';

const t = translator(en);

type Span = readonly [Point, Point];
/** A rectangle by its edges, px. */
type Rect = readonly [left: number, top: number, right: number, bottom: number];

const spans = (points: readonly Point[]): readonly Span[] =>
  points.slice(1).map((point, i) => [points[i] ?? point, point]);

const boxRect = ({ x, y }: Node, { box: { width, height } }: Form): Rect => [
  x - width / 2,
  y - height / 2,
  x + width / 2,
  y + height / 2,
];

const shrunk = ([l, u, r, b]: Rect, by: number): Rect => [l + by, u + by, r - by, b - by];
const touch = ([l1, u1, r1, b1]: Rect, [l2, u2, r2, b2]: Rect): boolean =>
  l1 < r2 && l2 < r1 && u1 < b2 && u2 < b1;
const spanRect = ([[x1, y1], [x2, y2]]: Span): Rect => [
  Math.min(x1, x2) - 0.5,
  Math.min(y1, y2) - 0.5,
  Math.max(x1, x2) + 0.5,
  Math.max(y1, y2) + 0.5,
];

/** What is lettered: labels of lines, numbers, words of pins, with whose they are. */
function lettering({ form, lines, pins }: Diagram): readonly { id: string; rect: Rect }[] {
  const labels = lines.flatMap(({ edge, label, number }): { id: string; rect: Rect }[] => {
    if (number !== null) {
      const [x, y] = number;
      return [{ id: edge.id, rect: [x - DISC, y - DISC, x + DISC, y + DISC] }];
    }
    if (label === null) return [];
    const width = labelWidth(edge, t);
    const left = label.x - { on: width / 2, left: width, right: 0 }[label.at];
    return [{ id: edge.id, rect: [left, label.y - 15, left + width, label.y + 16] }];
  });
  const words = pins.flatMap(({ edge, points, side }): { id: string; rect: Rect }[] => {
    if (form.small) return [];
    const [x, y] = points.at(-1)!;
    const width = textWidth(pinWord(edge, t), 'state', WORDS.pin);
    const start = form.pin.size + 4;
    const left = side === 'left' ? x - start - width : x + start;
    return [{ id: edge.id, rect: [left, y - 6, left + width, y + 6] }];
  });
  return [...labels, ...words];
}

describe.each([
  ['wide', WIDE],
  ['narrow', NARROW],
] as const)('the %s drawing', (_, form) => {
  const diagram = layoutStates(form);
  const sheet: Rect = [0, 0, form.width, form.height];

  it('has all states, CLOSED twice, and no box on another or off the sheet', () => {
    expect(new Set(diagram.nodes.map(({ state }) => state))).toEqual(new Set(STATES));
    expect(diagram.nodes).toHaveLength(12);
    for (const a of diagram.nodes) {
      expect(inside(boxRect(a, form), sheet)).toBe(true);
      for (const b of diagram.nodes) {
        expect(a !== b && touch(boxRect(a, form), boxRect(b, form))).toBe(false);
      }
    }
  });

  it.each(diagram.lines.map((line) => [line.edge.id, line] as const))(
    '%s is square and runs through no box',
    (_id, { points }) => {
      for (const span of spans(points)) {
        const [[x1, y1], [x2, y2]] = span;
        expect(x1 === x2 || y1 === y2).toBe(true);
        const hit = diagram.nodes.filter((n) => touch(spanRect(span), shrunk(boxRect(n, form), 1)));
        expect(hit).toEqual([]);
      }
      // The head needs room on the last stretch.
      const [[x1, y1], [x2, y2]] = spans(points).at(-1)!;
      expect(Math.abs(x2 - x1) + Math.abs(y2 - y1)).toBeGreaterThan(13);
    },
  );

  it('lays no line along another, and keeps parallel ones apart', () => {
    const all = diagram.lines.flatMap(({ edge, points }) =>
      spans(points).map((span) => ({ edge, span })),
    );
    for (const a of all) {
      for (const b of all) {
        if (a.edge === b.edge) continue;
        expect(tooNear(a.span, b.span), `${a.edge.id}, ${b.edge.id}`).toBe(false);
      }
    }
  });

  it('letters nothing over anything else', () => {
    const all = lettering(diagram);
    const lines = [...diagram.lines, ...diagram.pins];
    for (const { id, rect } of all) {
      expect(inside(rect, sheet), id).toBe(true);
      for (const node of diagram.nodes) {
        expect(touch(rect, boxRect(node, form)), `${id}, ${node.place}`).toBe(false);
      }
      for (const other of all) {
        expect(other.id !== id && touch(rect, other.rect), `${id}, ${other.id}`).toBe(false);
      }
      for (const { edge, points } of lines) {
        if (edge.id === id) continue;
        const hit = spans(points).some((span) => touch(rect, spanRect(span)));
        expect(hit, `${id}, the line of ${edge.id}`).toBe(false);
      }
    }
  });

  it('has a pin for all that it does not draw from box to box, clear of lines and boxes', () => {
    for (const { edge, points, side } of diagram.pins) {
      const [x, y] = points.at(-1)!;
      const { size } = form.pin;
      const dx = side === 'left' ? -size : side === 'right' ? size : 0;
      const dy = side === 'top' ? -size : side === 'bottom' ? size : 0;
      const stub = spanRect([
        [x, y],
        [x + dx, y + dy],
      ]);
      expect(inside(stub, sheet), edge.id).toBe(true);
      for (const node of diagram.nodes) {
        expect(touch(stub, boxRect(node, form)), `${edge.id}, ${node.place}`).toBe(false);
      }
      for (const line of diagram.lines) {
        const hit = spans(line.points).some((span) => touch(stub, spanRect(span)));
        expect(hit, `${edge.id}, ${line.edge.id}`).toBe(false);
      }
    }
  });
});

it('gives words to every line of the wide drawing, and a number to every line of the narrow one', () => {
  for (const { label, number } of layoutStates(WIDE).lines) {
    expect(label).not.toBeNull();
    expect(number).toBeNull();
  }
  for (const { label, number } of layoutStates(NARROW).lines) {
    expect(label).toBeNull();
    expect(number).not.toBeNull();
  }
});

function inside([l, u, r, b]: Rect, [L, U, R, B]: Rect): boolean {
  return l >= L && u >= U && r <= R && b <= B;
}

/** Do two stretches run beside each other with less than 6 px between them? */
function tooNear([[ax1, ay1], [ax2, ay2]]: Span, [[bx1, by1], [bx2, by2]]: Span): boolean {
  const shared = (a: readonly [number, number], b: readonly [number, number]) =>
    Math.min(Math.max(...a), Math.max(...b)) - Math.max(Math.min(...a), Math.min(...b));
  if (ax1 === ax2 && bx1 === bx2) {
    return Math.abs(ax1 - bx1) < 6 && shared([ay1, ay2], [by1, by2]) > 0;
  }
  if (ay1 === ay2 && by1 === by2) {
    return Math.abs(ay1 - by1) < 6 && shared([ax1, ax2], [bx1, bx2]) > 0;
  }
  return false;
}
