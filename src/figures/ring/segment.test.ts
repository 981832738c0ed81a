import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add } from '#tcp/seq.ts';
import { EXAMPLES, exampleOf, lengthOf } from './piece.ts';
import { judge } from './segment.ts';

const rcv = { irs: null, nxt: 4294967290, wnd: 10 };
const piece = (by: number, text: number, bits = {}) => ({
  ...{ seq: add(rcv.nxt, by), text, syn: false, fin: false, ...bits },
});

describe('a segment over the window, which lies over the edge', () => {
  it.each([
    ['inside', piece(2, 5), 3, true, 'inside', 5],
    ['over the left edge', piece(-3, 5), 3, true, 'left', 2],
    ['over the right edge', piece(9, 5), 3, true, 'right', 1],
    ['just before', piece(-5, 5), 3, false, 'before', 0],
    ['just after', piece(10, 5), 3, false, 'after', 0],
    ['over both edges, which the table refuses', piece(-1, 20), 3, false, 'covers', 10],
    ['empty at the last number', piece(9, 0), 1, true, 'empty', 0],
    ['empty at the right edge', piece(10, 0), 1, false, 'after', 0],
    ['empty before', piece(-1, 0), 1, false, 'before', 0],
    ['a FIN alone', piece(0, 0, { fin: true }), 3, true, 'inside', 1],
  ])('is judged: %s', (_, one, row, isTaken, where, inside) => {
    expect(judge(one, rcv)).toMatchObject({ row, acceptable: isTaken, where, inside });
  });

  it.each([
    ['empty, at RCV.NXT', piece(0, 0), 0, true],
    ['empty, beside it', piece(1, 0), 0, false],
    ['with text', piece(0, 1), 2, false],
  ])('meets a shut window: %s', (_, one, row, isTaken) => {
    expect(judge(one, { ...rcv, wnd: 0 })).toMatchObject({ row, acceptable: isTaken });
  });

  it('is worked out as the engine decides', () => {
    const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const window = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2 ** 30 }));
    const near = fc.integer({ min: -70_000, max: 140_000 });
    const bits = fc.record({ syn: fc.boolean(), fin: fc.boolean() });
    const length = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000 }));
    fc.assert(
      fc.property(number, window, near, length, bits, (nxt, wnd, by, text, set) => {
        const one = { seq: add(nxt, by), text, ...set };
        const { comparisons, acceptable } = judge(one, { irs: null, nxt, wnd });
        expect(comparisons.some(({ holds }) => holds)).toBe(acceptable);
      }),
    );
  });
});

it('counts SYN and FIN in SEG.LEN', () => {
  expect(lengthOf({ seq: 0, text: 5, syn: true, fin: true })).toBe(7);
});

describe('the examples', () => {
  it.each([
    ['old', false, 'before'],
    ['straddle', true, 'left'],
    ['next', true, 'inside'],
    ['lastOctet', true, 'right'],
    ['edge', false, 'after'],
    ['covers', false, 'covers'],
    ['empty', true, 'empty'],
    ['shut', true, 'empty'],
  ] as const)('%s shows what it is named after', (name, isTaken, where) => {
    const { piece: one, rcv: at } = exampleOf(name, { irs: null, nxt: 4294960000, wnd: 65535 });
    expect(judge(one, at)).toMatchObject({ acceptable: isTaken, where });
    expect(EXAMPLES).toContain(name);
  });

  it('open a window that was shut', () => {
    expect(exampleOf('next', { irs: null, nxt: 0, wnd: 0 }).rcv.wnd).toBe(65535);
  });
});
