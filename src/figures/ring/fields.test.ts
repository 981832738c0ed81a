import { describe, expect, it } from 'vitest';
import { fieldValue, FIELDS, isField, readField } from './fields.ts';
import { MAX_TEXT, type Piece } from './piece.ts';

describe('what is typed into a field', () => {
  const piece: Piece = { seq: 0, text: 0, syn: false, fin: false };
  const state = {
    ...{ spaces: { snd: null, rcv: { irs: null, nxt: 4294967290, wnd: 10 } }, piece, own: 0 },
    ...({ a: 'una', b: 'nxt' } as const),
  };

  it('asks for a change by the shorter way round', () => {
    expect(readField('rcvNxt', '4', state)).toEqual({
      change: { do: 'mark', mark: 'rcvNxt', by: 10 },
    });
    expect(readField('rcvNxt', '4294967280', state)).toMatchObject({ change: { by: -10 } });
  });

  it('is refused where it cannot be', () => {
    expect(readField('rcvNxt', 'zero', state)).toEqual({ refused: 'notSeq', carry: null });
    expect(readField('rcvWnd', 'zero', state)).toMatchObject({ refused: 'notCount' });
    expect(readField('text', String(MAX_TEXT + 1), state)).toMatchObject({ refused: 'textHigh' });
    // RCV.NXT cannot pass its window: the whole stream can.
    expect(readField('rcvNxt', '5', state)).toEqual({
      ...{ refused: 'rcvNxtHigh', carry: { do: 'carry', side: 'rcv', by: 11 } },
    });
  });

  it('has a value only where the side has numbers', () => {
    const values = FIELDS.map((name) => fieldValue(name, state));
    expect(values).toEqual([null, null, null, 4294967290, 10, 0, 0, 0]);
    expect(isField('iss')).toBe(false);
  });
});
