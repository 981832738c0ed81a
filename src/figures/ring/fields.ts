import { type Change, change, type RingState } from './change.ts';
import { wayTo } from './move.ts';
import { readNumber } from './number.ts';
import { MAX_TEXT } from './piece.ts';
import { type Mark, RING } from './spaces.ts';

/** What a reader can type. */
export const FIELDS = [
  ...(['una', 'nxt', 'sndWnd', 'rcvNxt', 'rcvWnd'] as const),
  ...(['segSeq', 'text', 'own'] as const),
];
export type FieldName = (typeof FIELDS)[number];

/** The largest number that fits a field: what is beyond is answered by what refuses it. */
const MOST: Readonly<Partial<Record<FieldName, number>>> = {
  sndWnd: 2 ** 40,
  rcvWnd: 2 ** 40,
  text: 2 ** 40,
};

/** Whether a name is one of a field. */
export const isField = (name: string | undefined): name is FieldName =>
  FIELDS.some((each) => each === name);

/** What a field says; `null` where the side has no numbers yet. */
export function fieldValue(name: FieldName, { spaces, piece, own }: RingState): number | null {
  switch (name) {
    case 'una':
    case 'nxt':
      return spaces.snd && spaces.snd[name];
    case 'sndWnd':
      return spaces.snd && spaces.snd.wnd;
    case 'rcvNxt':
      return spaces.rcv && spaces.rcv.nxt;
    case 'rcvWnd':
      return spaces.rcv && spaces.rcv.wnd;
    case 'segSeq':
      return piece.seq;
    case 'text':
      return piece.text;
    case 'own':
      return own;
  }
}

/** Is it a sequence number, and not a count of octets? */
export const isSeqField = (name: FieldName): boolean =>
  name !== 'sndWnd' && name !== 'rcvWnd' && name !== 'text';

/** What was typed: a change that can be made, or why not and what could be done instead. */
export type Typed =
  { readonly change: Change } | { readonly refused: string; readonly carry: Change | null };

/** Reads what was typed. A number that is typed is meant exactly: it is taken whole or not at all. */
export function readField(name: FieldName, typed: string, state: RingState): Typed {
  const wanted = changeOf(name, typed, state);
  if (typeof wanted === 'string') return { refused: wanted, carry: null };
  const { refused } = change(state, wanted);
  if (refused === null) return { change: wanted };
  return { refused, carry: carryInstead(name, typed, state) };
}

/** The change that a typed text asks for, or why it is none (`ring.refuse.…`). */
function changeOf(name: FieldName, typed: string, state: RingState): Change | string {
  const value = readNumber(typed, MOST[name] ?? RING - 1);
  if (value === null) return isSeqField(name) ? 'notSeq' : 'notCount';
  const mark = (to: Mark): Change => ({ do: 'mark', mark: to, by: wayTo(state.spaces, to, value) });
  switch (name) {
    case 'una':
    case 'nxt':
    case 'rcvNxt':
      return mark(name);
    case 'sndWnd':
      return { do: 'wnd', side: 'snd', to: value };
    case 'rcvWnd':
      return { do: 'wnd', side: 'rcv', to: value };
    case 'segSeq':
      return { do: 'piece', to: { seq: value } };
    case 'text':
      return value > MAX_TEXT ? 'textHigh' : { do: 'piece', to: { text: value } };
    case 'own':
      return { do: 'own', to: value };
  }
}

/** Moves the whole side to where a mark was to go, if the mark alone may not go there. */
function carryInstead(name: FieldName, typed: string, state: RingState): Change | null {
  const value = readNumber(typed, RING - 1);
  if (value === null) return null;
  if (name === 'una' || name === 'nxt') {
    return { do: 'carry', side: 'snd', by: wayTo(state.spaces, name, value) };
  }
  if (name !== 'rcvNxt') return null;
  return { do: 'carry', side: 'rcv', by: wayTo(state.spaces, 'rcvNxt', value) };
}
