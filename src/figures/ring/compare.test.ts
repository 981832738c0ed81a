import { describe, expect, it } from 'vitest';
import { compare, type Numbered } from './compare.ts';
import { HALF, RING } from './spaces.ts';

const numbered: Numbered = {
  spaces: {
    snd: { iss: null, una: RING - 10, nxt: 10, wnd: 50 },
    rcv: { irs: null, nxt: 100, wnd: 30 },
  },
  piece: { seq: 90, text: 20, syn: false, fin: false },
  own: RING - 10 - HALF,
};

describe('two numbers', () => {
  it('are compared on the ring, where a plain < fails', () => {
    expect(compare('una', 'nxt', numbered)).toMatchObject({
      ...{ lt: true, leq: true, back: false, plain: false, way: 20, ambiguous: false },
      ...{ unrelated: false, between: true },
    });
    expect(compare('nxt', 'una', numbered)).toMatchObject({ lt: false, way: -20, between: false });
  });

  it('have no order half a ring apart: each comes out before the other', () => {
    expect(compare('una', 'own', numbered)).toMatchObject({
      ...{ lt: true, back: true, ambiguous: true, way: HALF },
    });
    const off = { ...numbered, own: numbered.own - 1 };
    expect(compare('una', 'own', off)).toMatchObject({ lt: true, back: false, way: HALF - 1 });
  });

  it('of different streams are no pair', () => {
    expect(compare('una', 'rcvNxt', numbered)).toMatchObject({ unrelated: true, between: null });
    expect(compare('rcvNxt', 'segLast', numbered)).toMatchObject({ unrelated: false, way: 9 });
    expect(compare('segSeq', 'own', numbered)?.unrelated).toBe(false);
  });

  it('may be missing', () => {
    const none = { ...numbered, spaces: { snd: null, rcv: null } };
    expect(compare('una', 'own', none)).toBeNull();
    expect(compare('own', 'own', none)).toMatchObject({ lt: false, leq: true, way: 0 });
  });
});
