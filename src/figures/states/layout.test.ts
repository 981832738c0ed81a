import { describe, expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import { STATES } from '#tcp';
import { PLACES } from '#tcp/places.ts';
import { translator } from '#text/text.ts';
import { EDGES, STATE_PLANKS } from './edges.ts';
import { NARROW, WIDE } from './forms.ts';
import { layoutStates, type Diagram, type Node, type Point } from './layout.ts';
import { statesSvg } from './svg.ts';
import { listStates } from './words.ts';

const t = translator(en);

type Span = readonly [Point, Point];

const spans = (points: readonly Point[]): readonly Span[] =>
  points.slice(1).map((point, i) => [points[i] ?? point, point]);

/** Does a stretch of a line run through the inside of a box? */
function crosses([[x1, y1], [x2, y2]]: Span, { x, y }: Node, { form: { box } }: Diagram): boolean {
  const [w, h] = [box.width / 2 - 1, box.height / 2 - 1];
  return (
    Math.max(x1, x2) > x - w &&
    Math.min(x1, x2) < x + w &&
    Math.max(y1, y2) > y - h &&
    Math.min(y1, y2) < y + h
  );
}

describe.each([
  ['wide', WIDE],
  ['narrow', NARROW],
] as const)('the %s drawing', (_, form) => {
  const diagram = layoutStates(form);

  it('has all states, CLOSED twice, and no box on another or off the sheet', () => {
    expect(new Set(diagram.nodes.map(({ state }) => state))).toEqual(new Set(STATES));
    expect(diagram.nodes).toHaveLength(12);
    for (const a of diagram.nodes) {
      expect(a.x - form.box.width / 2).toBeGreaterThan(0);
      expect(a.x + form.box.width / 2).toBeLessThan(form.width);
      for (const b of diagram.nodes) {
        const apart =
          Math.abs(a.x - b.x) >= form.box.width || Math.abs(a.y - b.y) >= form.box.height;
        expect(a === b || apart).toBe(true);
      }
    }
  });

  it.each(diagram.lines.map((line) => [line.edge.id, line] as const))(
    '%s is square and runs through no box',
    (_id, { points }) => {
      for (const span of spans(points)) {
        const [[x1, y1], [x2, y2]] = span;
        expect(x1 === x2 || y1 === y2).toBe(true);
        expect(diagram.nodes.filter((node) => crosses(span, node, diagram))).toEqual([]);
      }
      // The head needs room on the last stretch.
      const [[x1, y1], [x2, y2]] = spans(points).at(-1)!;
      expect(Math.abs(x2 - x1) + Math.abs(y2 - y1)).toBeGreaterThan(13);
    },
  );

  it('lays no line along another', () => {
    const all = diagram.lines.flatMap(({ edge, points }) =>
      spans(points).map((span) => ({ edge, span })),
    );
    for (const a of all) {
      for (const b of all) {
        if (a.edge !== b.edge)
          expect(overlap(a.span, b.span), `${a.edge.id}, ${b.edge.id}`).toBe(0);
      }
    }
  });
});

/** How far two square stretches run on top of each other. */
function overlap([[ax1, ay1], [ax2, ay2]]: Span, [[bx1, by1], [bx2, by2]]: Span): number {
  const shared = (a1: number, a2: number, b1: number, b2: number) =>
    Math.max(
      0,
      Math.min(Math.max(a1, a2), Math.max(b1, b2)) - Math.max(Math.min(a1, a2), Math.min(b1, b2)),
    );
  if (ax1 === ax2 && bx1 === bx2 && ax1 === bx1) return shared(ay1, ay2, by1, by2);
  if (ay1 === ay2 && by1 === by2 && ay1 === by1) return shared(ax1, ax2, bx1, bx2);
  return 0;
}

describe('planks in the diagram', () => {
  it('are planks of the engine', () => {
    const named = [...EDGES.flatMap(({ plank }) => plank ?? []), ...Object.values(STATE_PLANKS)];
    for (const plank of named) expect(PLACES).toHaveProperty(plank);
  });

  it('belong to the lab that exports them', () => {
    const labOf = (plank: string) => (plank === 'listen' ? 'answer' : null);
    const svg = statesSvg(layoutStates(WIDE), { t, idPrefix: 'x', labOf });
    // The box, the line and its words.
    expect(svg.match(/data-lab="answer"/g)).toHaveLength(3);
    expect(svg.match(/data-lab=/g)).toHaveLength(3);
  });
});

it('says every transition in words', () => {
  const lines = listStates(t);
  expect(lines).toHaveLength(21);
  expect(lines[5]).toMatchObject({ from: 'LISTEN', to: 'SYN-RECEIVED' });
  expect(lines[5]?.text.replace(/<[^>]+>/g, '')).toBe('SYN arrives: send SYN,ACK');
});
