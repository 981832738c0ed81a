import { describe, expect, it } from 'vitest';
import { arrival, env, from, inState, octets, play, THEIRS } from '../fixtures.ts';
import { withPlanks } from '../with-planks.ts';
import { reference } from '../reference.ts';
import { step } from '../step.ts';
import { trim } from './carry-bytes.ts';

const NXT = 0xffff_fffe;
const piece = (offset: number, text: string, fin = false) => ({
  seq: (NXT + offset) >>> 0,
  data: octets(text),
  fin,
});

describe('trim (RFC 9293 §3.10.7.4), across the wrap', () => {
  it.each([
    ['text in order', piece(0, 'abc'), 10, 'abc', false],
    ['text that straddles the left edge', piece(-2, 'abc'), 10, 'c', false],
    ['text that straddles the right edge', piece(0, 'abc'), 2, 'ab', false],
    ['text that straddles both', piece(-1, 'abcd'), 2, 'bc', false],
    ['text with a FIN', piece(0, 'abc', true), 10, 'abc', true],
    ['a FIN with just enough room', piece(0, 'abc', true), 4, 'abc', true],
    ['a FIN beyond the right edge', piece(0, 'abc', true), 3, 'abc', false],
    ['a FIN behind old text', piece(-3, 'abc', true), 10, '', true],
    ['a bare FIN', piece(0, '', true), 10, '', true],
  ])('%s', (_what, given, wnd, data, fin) => {
    expect(trim(given, NXT, wnd)).toEqual({ data: octets(data), fin });
  });

  it('what begins later has to wait', () => {
    expect(trim(piece(1, 'abc'), NXT, 10)).toBeNull();
    expect(trim(piece(1, '', true), NXT, 10)).toBeNull();
  });
});

describe('what was held back', () => {
  it('is not asked about once it is old', () => {
    const player = play('ESTABLISHED');
    const ahead = from({ ack: true, fin: true }, { seq: (THEIRS + 2) >>> 0 });
    player.take(arrival(ahead));
    const text = from({ ack: true }, { seq: THEIRS, data: octets('abcd') });
    // The FIN's number turned out to be text: it does not end what comes after it.
    expect(player.take(arrival(text))).toEqual(['ACK seq=1 ack=5']);
    expect(player.tcb).toMatchObject({ state: 'ESTABLISHED', held: [] });
  });
});

describe('a trim that says nonsense', () => {
  it.each([
    [undefined, 'trim returned undefined: neither a record nor null'],
    [{ data: 'abc', fin: false }, 'data of what trim returned is no Uint8Array'],
    [{ data: octets('abc') }, 'fin of what trim returned is undefined: true or false'],
  ])('is told so: %o', (said, message) => {
    const engine = withPlanks(reference, { trim: () => said as never });
    const text = arrival(from({ ack: true }, { data: octets('abc') }));
    expect(() => step(engine, inState('ESTABLISHED'), text, env)).toThrow(message);
  });
});
