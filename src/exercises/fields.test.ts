import { describe, expect, test } from 'vitest';
import { en } from '#text/en.ts';
import { hiddenTruths, truths, type Field, type Stated } from './fields.ts';
import { ASKED, LIFE, OLD_SYN, OPENING, REFUSED, sentIn } from './fixtures.ts';
import { slipsOf } from './slips.ts';

const said = (scenario: typeof LIFE, name: string, lose?: readonly string[]) => {
  const { run, sent } = sentIn(scenario, name, lose);
  return Object.fromEntries(
    truths(run, sent).map(({ field, value, reason }) => [
      field,
      [value, reason?.key.replace('exercise.why.', '')],
    ]),
  );
};

describe('what the fields of a segment hold, and why', () => {
  test.each([
    [LIFE, 'A1', { seq: [100, 'seq.syn'], ctl: ['SYN', 'ctl.syn'], len: [1, 'len'] }],
    [
      LIFE,
      'B1',
      { seq: [300, 'seq.syn'], ack: [101, 'ack.next'], ctl: ['SYN,ACK', 'ctl.syn-ack'] },
    ],
    [LIFE, 'A3', { seq: [101, 'seq.next'], ctl: ['ACK', 'ctl.ack'], len: [5, 'len'] }],
    [LIFE, 'A4', { seq: [106, 'seq.next'], ctl: ['FIN,ACK', 'ctl.fin-ack'], len: [1, 'len'] }],
    [LIFE, 'A5', { seq: [107, 'seq.next'], ack: [302, 'ack.next'], len: [0, 'len'] }],
    [
      REFUSED,
      'B1',
      { seq: [0, 'seq.zero'], ack: [101, 'ack.reset'], ctl: ['RST,ACK', 'ctl.rst-ack'] },
    ],
    [OLD_SYN, 'A2', { seq: [91, 'seq.reset'], ctl: ['RST', 'ctl.rst'] }],
  ] as const)('%#', (scenario, name, expected) => {
    expect(said(scenario, name)).toMatchObject(expected);
  });

  test('what is sent again keeps its number', () => {
    expect(said(OPENING, 'A2', ['A1']).seq).toEqual([100, 'seq.again']);
  });

  test('a SYN has no ACK to ask for', () => {
    expect(said(LIFE, 'A1')).not.toHaveProperty('ack');
  });
});

describe('the build stops', () => {
  const hidden = (name: string, hide: readonly Field[], answer: Stated) => {
    const { run, sent } = sentIn(LIFE, name);
    return hiddenTruths(ASKED, sent, truths(run, sent), { hide, answer, why: () => false });
  };

  test('where the author is wrong, and says who says what', () => {
    expect(() => hidden('B1', ['ack'], { ack: 100 })).toThrow(
      'a/page, <Predict id="it">: ack of B1: stated is 100, the engine says 101.',
    );
    expect(() => hidden('B1', ['ctl'], { ctl: 'SYN' })).toThrow('the engine says “SYN,ACK”');
  });

  test('where there is nothing to ask, or nothing is hidden', () => {
    expect(() => hidden('A1', ['ack'], {})).toThrow('without the ACK flag');
    expect(() => hidden('A1', [], {})).toThrow('no field is hidden');
    expect(() => hidden('A1', ['urg' as Field], {})).toThrow('no field “urg”');
    expect(() => sentIn(LIFE, 'C9')).toThrow(/no segment of “life” is called C9.*It has A1, B1/);
    expect(() => sentIn(LIFE, 'A1', ['Z1'])).toThrow('Z1');
  });

  test('not where the flags stand in another order', () => {
    expect(hidden('B1', ['ctl', 'ack'], { ctl: 'ack, syn' }).map(({ field }) => field)).toEqual([
      'ack',
      'ctl',
    ]);
  });
});

describe('slips', () => {
  const slips = (name: string, field: Field) => {
    const { run, sent } = sentIn(LIFE, name);
    return Object.fromEntries(slipsOf(run, sent, field).map(({ value, kind }) => [value, kind]));
  };

  test.each([
    ['B1', 'ack', { 100: 'ack.arrived', 300: 'ack.own', 102: 'ack.over' }],
    ['B2', 'ack', { 101: 'ack.arrived', 102: 'ack.plus-one', 105: 'ack.short', 6: 'relative' }],
    ['B3', 'ack', { 106: 'ack.arrived', 108: 'ack.over' }],
    ['A3', 'seq', { 102: 'seq.counted-ack', 301: 'seq.other' }],
    ['A4', 'seq', { 101: 'seq.used', 102: 'seq.plus-one', 107: 'seq.over' }],
    ['A1', 'len', { 0: 'len.uncounted', 2: 'len.counted-ack' }],
    ['A3', 'len', { 6: 'len.counted-ack', 25: 'len.header' }],
    ['B2', 'wnd', { 65535: 'wnd.other' }],
  ] as const)('of %s in %s', (name, field, expected) => {
    expect(slips(name, field)).toMatchObject(expected);
  });

  test('of a segment that is sent again: the next number', () => {
    const { run, sent } = sentIn(OPENING, 'A2', ['A1']);
    expect(slipsOf(run, sent, 'seq')).toContainEqual({ value: 101, kind: 'seq.again' });
  });

  test('of an answer to what came ahead of a gap, or long after', () => {
    const two = [
      ...LIFE.script.slice(0, 3),
      { at: 170, host: 'A', do: 'send', text: 'more' },
    ] as const;
    const config = { msl: 30_000, nagle: false };
    const [a, b] = LIFE.hosts;
    const ahead = { ...LIFE, script: two, hosts: [{ ...a, config }, b] as const };
    const gap = sentIn(ahead, 'B2', ['A3']);
    expect(gap.sent.seg.ack).toBe(101);
    expect(slipsOf(gap.run, gap.sent, 'ack')).toEqual(
      expect.arrayContaining([
        { value: 110, kind: 'ack.gap' },
        { value: 106, kind: 'ack.gap' },
      ]),
    );
    const old = sentIn(LIFE, 'A6', ['A5']);
    expect(slipsOf(old.run, old.sent, 'ack')).toContainEqual({ value: 301, kind: 'ack.arrived' });
  });

  test('are never right, and all have words', () => {
    for (const name of ['A1', 'B1', 'A2', 'A3', 'B2', 'A4', 'B3', 'B4', 'A5']) {
      const { run, sent } = sentIn(LIFE, name);
      for (const { field, value } of truths(run, sent)) {
        for (const slip of slipsOf(run, sent, field)) {
          expect(slip.value, `${name} ${field}`).not.toBe(value);
          expect(en, slip.kind).toHaveProperty([`exercise.slip.${slip.kind}`]);
        }
      }
    }
  });
});
