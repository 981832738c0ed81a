import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import { translator } from '#text/text.ts';
import { textWidth } from '../ladder/metrics.ts';
import { layoutSvg } from './draw.ts';
import { fitViews, layoutRing, WIDTHS } from './layout.ts';
import { numbersIn } from './number.ts';
import { MAX_WND, RING, type Spaces } from './spaces.ts';
import { TAG_LINE } from './tags.ts';

const speech = { t: translator(en), numbers: numbersIn('en', false) };
const seq = fc.integer({ min: 0, max: RING - 1 });
const wnd = fc.oneof(fc.constant(0), fc.constant(65_535), fc.integer({ min: 0, max: MAX_WND }));
const anySpaces = fc
  .record({
    una: seq,
    wnd,
    flight: fc.double({ min: 0, max: 1, noNaN: true }),
    nxt: seq,
    room: wnd,
  })
  .map(({ una, wnd: sent, flight, nxt, room }): Spaces => ({
    snd: { iss: una, una, nxt: (una + Math.floor(sent * flight)) % RING, wnd: sent },
    rcv: { irs: null, nxt, wnd: room },
  }));

const layoutOf = (spaces: Spaces, width: number) =>
  layoutRing(spaces, { width, views: fitViews(spaces), speech });

const svgOf = (spaces: Spaces, width: number) =>
  layoutSvg(layoutOf(spaces, width), { ...speech, idPrefix: 'x', width });

describe.each([
  ['wide', WIDTHS.wide],
  ['narrow', WIDTHS.narrow],
  ['narrowest', 288],
])('the %s drawing', (_, width) => {
  it('keeps all lettering of the ring apart and on the sheet', () => {
    fc.assert(
      fc.property(anySpaces, (spaces) => {
        const { tags } = layoutOf(spaces, width);
        for (const { lines, x, anchor } of tags) {
          const long = Math.max(...lines.map((line) => textWidth(line, 'flags', 12)));
          expect(anchor === 'start' ? width - x : x).toBeGreaterThan(long - 2);
        }
        for (const side of ['start', 'end']) {
          const column = tags.filter(({ anchor }) => anchor === side).sort((a, b) => a.y - b.y);
          column.forEach(({ lines, y }, i) => {
            const next = column[i + 1];
            if (next === undefined) return;
            const room = ((lines.length + next.lines.length) * TAG_LINE) / 2;
            expect(next.y - y).toBeGreaterThanOrEqual(room);
          });
        }
      }),
    );
  });

  it('has every mark inside its lens, and its number beside the others', () => {
    fc.assert(
      fc.property(anySpaces, (spaces) => {
        const { lenses } = layoutOf(spaces, width);
        for (const lens of [lenses.snd, lenses.rcv]) {
          for (const { x, labelX } of lens?.marks ?? []) {
            expect(x).toBeGreaterThanOrEqual(lens?.across.x ?? 0);
            expect(x).toBeLessThanOrEqual(width - (lens?.across.x ?? 0));
            expect(labelX).toBeGreaterThan(30);
            expect(labelX).toBeLessThan(width - 30);
          }
        }
      }),
    );
  });

  it('draws every TCB, and none', () => {
    fc.assert(
      fc.property(anySpaces, (spaces) => {
        const svg = svgOf(spaces, width);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 40 },
    );
    const none = svgOf({ snd: null, rcv: null }, width);
    expect(none).toContain('No numbers.');
  });
});

it('says how much a lens magnifies', () => {
  const spaces: Spaces = { snd: { iss: 0, una: 0, nxt: 0, wnd: 65_535 }, rcv: null };
  const svg = svgOf(spaces, 600);
  expect(svg).toContain('104,856 numbers, the line magnified 40,961 times');
});
