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
    ['text in order', piece(0, 'abc'), 'abc'],
    ['text that is partly old', piece(-2, 'abc'), 'c'],
    ['a FIN behind old text', piece(-3, 'abc', true), ''],
    ['a bare FIN', piece(0, '', true), ''],
  ])('%s', (_what, given, text) => {
    expect(trim(given, NXT)).toEqual(octets(text));
  });

  it('what begins later has to wait', () => {
    expect(trim(piece(1, 'abc'), NXT)).toBeNull();
    expect(trim(piece(1, '', true), NXT)).toBeNull();
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
    [undefined, 'trim returned undefined: it gives a Uint8Array, or null'],
    ['abc', "trim returned 'abc': it gives a Uint8Array, or null"],
    [{ data: octets('abc') }, 'trim returned [object Object]: it gives a Uint8Array, or null'],
  ])('is told so: %o', (said, message) => {
    const engine = withPlanks(reference, { trim: () => said as never });
    const text = arrival(from({ ack: true }, { data: octets('abc') }));
    expect(() => step(engine, inState('ESTABLISHED'), text, env)).toThrow(message);
  });
});
