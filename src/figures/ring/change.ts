import type { Seq } from '#tcp';
import { add } from '#tcp/seq.ts';
import { type Numbered, numberOf, type Point } from './compare.ts';
import { carry, moveMark } from './move.ts';
import { type Example, exampleOf, MAX_TEXT, type Piece } from './piece.ts';
import {
  HALF,
  inFlight,
  MAX_WND,
  type Mark,
  placeOf,
  type Side,
  SIDES,
  type Spaces,
} from './spaces.ts';

/** All that a reader can change in the figure. */
export interface RingState extends Numbered {
  /** What is compared. */
  readonly a: Point;
  readonly b: Point;
}

export type Preset = 'given' | 'edge' | 'large';

/** What a reader does to the figure. Moves are in numbers along the ring. */
export type Change =
  | { readonly do: 'mark'; readonly mark: Mark; readonly by: number }
  | { readonly do: 'carry'; readonly side: Side; readonly by: number }
  | { readonly do: 'wnd'; readonly side: Side; readonly to: number }
  | { readonly do: 'piece'; readonly to: Partial<Piece> }
  | { readonly do: 'own'; readonly to: Seq }
  | { readonly do: 'example'; readonly name: Example }
  | { readonly do: 'compare'; readonly a: Point; readonly b: Point }
  | { readonly do: 'half' };

/** What came of a change. */
export interface Changed {
  /** As far as the change could be made. */
  readonly state: RingState;
  /** Why it could not be made in full, as the end of a message key; `null` if it was. */
  readonly refused: string | null;
}

/** Makes a change. Pure: what cannot be in a TCB or a segment is refused with the reason. */
export function change(state: RingState, what: Change): Changed {
  const to = (next: Partial<RingState>): Changed => ({
    state: { ...state, ...next },
    refused: null,
  });
  switch (what.do) {
    case 'mark': {
      const { spaces, refused } = moveMark(state.spaces, what.mark, what.by);
      return { state: { ...state, spaces }, refused };
    }
    case 'carry': {
      const spaces = carry(state.spaces, what.side, what.by);
      if (what.side === 'snd' || state.spaces.rcv === null) return to({ spaces });
      // The segment is of the stream that we receive.
      return to({ spaces, piece: { ...state.piece, seq: add(state.piece.seq, what.by) } });
    }
    case 'wnd': {
      const old = state.spaces[what.side]?.wnd ?? 0;
      const mark = what.side === 'snd' ? 'sndEnd' : 'rcvEnd';
      return change(state, { do: 'mark', mark, by: what.to - old });
    }
    case 'piece':
      return changePiece(state, what.to);
    case 'own':
      return to({ own: what.to });
    case 'example': {
      const { rcv } = state.spaces;
      if (rcv === null) return { state, refused: 'none' };
      const example = exampleOf(what.name, rcv);
      return to({ piece: example.piece, spaces: { ...state.spaces, rcv: example.rcv } });
    }
    case 'compare':
      return to({ a: what.a, b: what.b });
    case 'half': {
      const a = state.a === 'own' ? 'una' : state.a;
      const from = numberOf(a, state);
      return from === null ? { state, refused: 'none' } : to({ a, b: 'own', own: add(from, HALF) });
    }
  }
}

function changePiece(state: RingState, to: Partial<Piece>): Changed {
  const wanted = { ...state.piece, ...to };
  const text = Math.min(MAX_TEXT, Math.max(0, wanted.text));
  const refused = wanted.text > MAX_TEXT ? 'textHigh' : wanted.text < 0 ? 'textLow' : null;
  return { state: { ...state, piece: { ...wanted, text } }, refused };
}

/** A preset: as at first, over the edge, or with windows so large that the ring shows them. */
export function presetOf(preset: Preset, state: RingState, given: RingState): RingState {
  switch (preset) {
    case 'given':
      return given;
    case 'edge':
      return SIDES.reduce((now, side) => {
        const first = placeOf(now.spaces, side === 'snd' ? 'una' : 'rcvNxt') ?? 0;
        const width = now.spaces[side]?.wnd ?? 0;
        const by = (-Math.round(width / 2) - first) | 0;
        return change(now, { do: 'carry', side, by }).state;
      }, state);
    case 'large': {
      const { snd, rcv } = state.spaces;
      const spaces = {
        snd: snd && { ...snd, wnd: MAX_WND, nxt: add(snd.una, Math.round(MAX_WND * 0.4)) },
        rcv: rcv && { ...rcv, wnd: MAX_WND },
      };
      return { ...state, spaces };
    }
  }
}

/** How far a page key goes: a window, or what is in flight where the window is shut. */
export function pageOf({ snd, rcv }: Spaces, side: Side): number {
  if (side === 'snd') return snd === null ? 1 : snd.wnd || inFlight(snd) || 1;
  return rcv?.wnd || 1;
}
