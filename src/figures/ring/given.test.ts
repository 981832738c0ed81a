import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { lt } from '#tcp/bound.ts';
import { givenSpaces, givenState } from './given.ts';
import { placeOf } from './spaces.ts';

describe('what an author gives a ring', () => {
  it('is a window over the edge if it is nothing', () => {
    const spaces = givenSpaces({}, t);
    const [una, end] = [placeOf(spaces, 'una') ?? 0, placeOf(spaces, 'sndEnd') ?? 0];
    expect(una).toBeGreaterThan(end);
    expect(lt(una, end)).toBe(true);
  });

  it('says nothing of where numbers began unless told', () => {
    const spaces = givenSpaces({ una: 7, rcvNxt: 9, irs: 8 }, t);
    expect(spaces).toEqual({
      snd: { iss: null, una: 7, nxt: 7, wnd: 65_535 },
      rcv: { irs: 8, nxt: 9, wnd: 65_535 },
    });
  });

  it('is refused where no TCB can hold it', () => {
    expect(() => givenSpaces({ una: 10, nxt: 5 }, t)).toThrow('A ring that cannot be');
    expect(() => givenSpaces({ rcvWnd: 2 ** 31 }, t)).toThrow('1073725440');
  });

  it('lays a segment over the left edge of the window, over 0 too', () => {
    const { piece } = givenState({}, givenSpaces({ rcvNxt: 10 }, t));
    expect(piece.seq).toBe(4294966306);
  });
});
