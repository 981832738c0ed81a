import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leq } from '#tcp/bound.ts';
import { add, distance } from '#tcp/seq.ts';
import { carry, moveMark, reachOf, wayTo, wrongWith } from './move.ts';
import {
  inFlight,
  type Mark,
  MARKS,
  MAX_WND,
  placeOf,
  RING,
  type Spaces,
  usable,
} from './spaces.ts';

/** SND.UNA ten before the edge, SND.NXT ten after it. */
const spaces: Spaces = {
  snd: { iss: RING - 100, una: RING - 10, nxt: 10, wnd: 50 },
  rcv: { irs: 0, nxt: 100, wnd: 30 },
};

describe('a mark that is moved', () => {
  it('goes over the edge', () => {
    const { spaces: moved, refused } = moveMark(spaces, 'una', 15);
    expect(refused).toBeNull();
    expect(moved.snd).toMatchObject({ una: 5, nxt: 10, wnd: 50 });
    // The window counts from SND.UNA: its end has gone along.
    expect(placeOf(moved, 'sndEnd')).toBe(55);
  });

  it.each<[string, Mark, number, string]>([
    ['SND.UNA past SND.NXT', 'una', 21, 'unaHigh'],
    ['SND.UNA back, with more in flight than the window holds', 'una', -31, 'unaLow'],
    ['SND.NXT past the window', 'nxt', 31, 'nxtHigh'],
    ['SND.NXT before SND.UNA', 'nxt', -21, 'nxtLow'],
    ['a window below nothing', 'sndEnd', -51, 'windowLow'],
    ['a window above the largest', 'rcvEnd', MAX_WND, 'windowHigh'],
    ['RCV.NXT past the window', 'rcvNxt', 31, 'rcvNxtHigh'],
  ])('is refused: %s', (_, mark, by, why) => {
    const { spaces: moved, refused } = moveMark(spaces, mark, by);
    expect(refused).toBe(why);
    // It went as far as it can go.
    const { low, high } = reachOf(spaces, mark);
    const way = wayTo(spaces, mark, placeOf(moved, mark) ?? 0);
    expect(way).toBe(by < 0 ? low : high);
  });

  it('takes the room of what arrives: the end of the receive window stays', () => {
    const { spaces: moved } = moveMark(spaces, 'rcvNxt', 12);
    expect(moved.rcv).toMatchObject({ nxt: 112, wnd: 18 });
    expect(placeOf(moved, 'rcvEnd')).toBe(placeOf(spaces, 'rcvEnd'));
  });

  it('may leave octets beyond a window that shrank', () => {
    const { spaces: moved, refused } = moveMark(spaces, 'sndEnd', -40);
    expect(refused).toBeNull();
    expect(moved.snd && usable(moved.snd)).toBe(-10);
    expect(reachOf(moved, 'nxt').high).toBe(0);
    expect(reachOf(moved, 'una').low).toBe(0);
  });

  it('never leads to what no TCB can hold', () => {
    const marks: readonly Mark[] = [...MARKS.snd, ...MARKS.rcv];
    const step = fc.tuple(fc.constantFrom(...marks), fc.integer({ min: -(2 ** 31), max: 2 ** 31 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const end = steps.reduce((at, [mark, by]) => moveMark(at, mark, by).spaces, spaces);
        expect(wrongWith(end)).toBeNull();
        expect(end.snd && leq(end.snd.una, end.snd.nxt)).toBe(true);
        expect(end.snd && inFlight(end.snd)).toBeLessThanOrEqual(MAX_WND);
      }),
    );
  });
});

it('carries a whole stream and changes no distance in it', () => {
  const moved = carry(spaces, 'snd', -123_456_789);
  expect(moved.snd).toMatchObject({ una: add(RING - 10, -123_456_789), wnd: 50 });
  expect(moved.snd && inFlight(moved.snd)).toBe(20);
  expect(moved.snd && distance(moved.snd.iss ?? 0, moved.snd.una)).toBe(90);
  expect(moved.rcv).toBe(spaces.rcv);
});

it('moves nothing where there are no numbers', () => {
  const none: Spaces = { snd: null, rcv: null };
  expect(moveMark(none, 'una', 5)).toEqual({ spaces: none, refused: 'none' });
  expect(carry(none, 'rcv', 5)).toBe(none);
});
