import { describe, expect, it } from 'vitest';
import { change, presetOf, type RingState } from './change.ts';
import { compare } from './compare.ts';
import { edgeIn } from './view.ts';
import { fitViews } from './layout.ts';
import { MAX_TEXT } from './piece.ts';
import { MAX_WND, type Spaces } from './spaces.ts';

const spaces: Spaces = {
  snd: { iss: 0, una: 100, nxt: 150, wnd: 1000 },
  rcv: { irs: 0, nxt: 300, wnd: 2000 },
};
const state: RingState = {
  ...{ spaces, piece: { seq: 300, text: 10, syn: false, fin: false }, own: 5 },
  ...{ a: 'una', b: 'sndEnd' },
};

describe('a change', () => {
  it('sets a window to a size', () => {
    expect(change(state, { do: 'wnd', side: 'rcv', to: 0 }).state.spaces.rcv?.wnd).toBe(0);
    const { state: after, refused } = change(state, { do: 'wnd', side: 'snd', to: 2 ** 31 });
    expect(refused).toBe('windowHigh');
    expect(after.spaces.snd?.wnd).toBe(MAX_WND);
  });

  it('keeps the text of a segment within a datagram', () => {
    const { state: after, refused } = change(state, { do: 'piece', to: { text: 70_000 } });
    expect([after.piece.text, refused]).toEqual([MAX_TEXT, 'textHigh']);
    expect(change(state, { do: 'piece', to: { text: -1 } })).toMatchObject({ refused: 'textLow' });
  });

  it('puts the reader’s number exactly half a ring away', () => {
    const { state: after } = change({ ...state, a: 'own' }, { do: 'half' });
    expect(compare(after.a, after.b, after)?.ambiguous).toBe(true);
  });

  it('shows no example where the peer’s numbers are not known', () => {
    const early = { ...state, spaces: { ...spaces, rcv: null } };
    expect(change(early, { do: 'example', name: 'old' })).toEqual({
      state: early,
      refused: 'none',
    });
  });
});

describe('a preset', () => {
  it('lays both windows over the edge', () => {
    const { spaces: moved, piece } = presetOf('edge', state, state);
    const views = fitViews(moved);
    // The segment lies where it lay in the window.
    expect(piece.seq).toBe(moved.rcv?.nxt);
    expect([views.snd && edgeIn(views.snd), views.rcv && edgeIn(views.rcv)]).not.toContain(null);
  });

  it('takes the largest windows there are, and goes back', () => {
    const large = presetOf('large', state, state);
    expect([large.spaces.snd?.wnd, large.spaces.rcv?.wnd]).toEqual([MAX_WND, MAX_WND]);
    expect(presetOf('given', large, state)).toBe(state);
  });
});
