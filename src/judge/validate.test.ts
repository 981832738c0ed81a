import { describe, expect, it } from 'vitest';
import { replay } from '#network/replay.ts';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { pktToRun } from '#scenario/packetdrill/run.ts';
import type { RunOutcome } from '#sandbox/sandbox.ts';
import { reference } from '#tcp';
import { validateOutcomes, validateTrail } from './validate.ts';

const { run } = pktToRun(
  parsePkt(`0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0 listen(3, 1) = 0
0.1 < S 0:0(0) win 1000 <mss 1460>
0.2 < P. 1:4(3) ack 1 win 1000
0.2 accept(3, ..., ...) = 4
0.3 read(4, ..., 3) = 3`),
);
const honest = (): RunOutcome => ({
  kind: 'done',
  record: replay(reference, run),
  console: { lines: [{ level: 'log', text: 'hello', at: { input: 2 } }], left: 0 },
});
const spoilt = (spoil: (outcome: never) => void): RunOutcome | undefined => {
  const outcome = structuredClone(honest());
  spoil(outcome as never);
  return validateOutcomes([outcome], [run])[0];
};

type Loose = {
  kind: unknown;
  record: { entries: Record<string, unknown>[] };
  console: { lines: unknown[]; left: unknown };
};

describe('validateOutcomes', () => {
  it('lets an honest outcome through', () => {
    const [outcome] = validateOutcomes([honest()], [run]);
    expect(outcome?.kind).toBe('done');
    expect(outcome?.record.entries.map(({ effects }) => effects)).toEqual(
      replay(reference, run).entries.map(({ effects }) => effects),
    );
  });

  it('takes the events from the run and not from the answer', () => {
    const outcome = spoilt(({ record }: Loose) => {
      for (const entry of record.entries) entry.event = { type: 'STATUS' };
    });
    expect(outcome?.record.entries[1]?.event.type).toBe('SEGMENT-ARRIVES');
  });

  it.each<[string, (outcome: Loose) => void]>([
    ['another kind', (o) => (o.kind = 'passed')],
    ['no record', (o) => (o.record = null as never)],
    ['entries that are no list', (o) => (o.record.entries = { length: 1 } as never)],
    ['an unknown state', (o) => (o.record.entries[0]!.after = 'OPEN')],
    ['a time that is none', (o) => (o.record.entries[0]!.t = NaN)],
    ['time running backwards', (o) => (o.record.entries[0]!.t = 1e9)],
    ['an input that does not exist', (o) => (o.record.entries[0]!.cause = { input: 99 })],
    ['a fractional input', (o) => (o.record.entries[0]!.cause = { input: 0.5 })],
    ['an inherited cause', (o) => (o.record.entries[0]!.cause = [])],
    ['an unknown effect', (o) => (o.record.entries[0]!.effects = [{ type: 'win', rule: null }])],
    [
      'a rule without end',
      (o) => (o.record.entries[0]!.effects = [{ type: 'drop', why: 'x', rule: 'x'.repeat(1e5) }]),
    ],
    [
      'a segment that is none',
      (o) => (o.record.entries[0]!.effects = [{ type: 'send', seg: {}, rule: null }]),
    ],
    [
      'too many effects',
      (o) =>
        (o.record.entries[0]!.effects = new Array(200_001).fill({
          type: 'drop',
          why: '',
          rule: null,
        })),
    ],
    [
      'a console line without end',
      (o) => (o.console.lines = [{ level: 'log', text: 'x'.repeat(1e5), at: null }]),
    ],
    [
      'a console line of no event',
      (o) => (o.console.lines = [{ level: 'log', text: '', at: { input: 99 } }]),
    ],
    [
      'too many console lines',
      (o) => (o.console.lines = new Array(201).fill({ level: 'log', text: '', at: null })),
    ],
  ])('turns %s into nonsense', (_, spoil) => {
    expect(spoilt(spoil as never)).toMatchObject({ kind: 'nonsense', record: { entries: [] } });
  });

  it.each([[undefined], [null], ['passed'], [[]], [[honest(), honest()]]])(
    'turns %j in place of the list into nonsense',
    (value) => {
      expect(validateOutcomes(value, [run])).toMatchObject([{ kind: 'nonsense' }]);
    },
  );

  it('drops what an inspector could not show', () => {
    const outcome = spoilt(({ record }: Loose) => {
      record.entries[0]!.diff = { iss: [1, 2], rtx: [[], {}], long: ['x'.repeat(1e5), ''] };
    });
    expect(outcome?.record.entries[0]?.diff).toEqual({ iss: [1, 2] });
  });
});

describe('validateTrail', () => {
  it.each([
    [{ input: 3 }, { input: 3 }],
    [{ call: 0 }, { call: 0 }],
    [
      { timer: 'RETRANSMISSION', t: 40, more: 1 },
      { timer: 'RETRANSMISSION', t: 40 },
    ],
    [null, null],
  ])('lets %j through', (event, expected) => {
    expect(validateTrail({ run: 0, event })).toEqual(expected);
  });

  it.each([
    [null],
    ['x'],
    [{}],
    [{ event: 'x' }],
    [{ event: {} }],
    [{ event: { input: -1 } }],
    [{ event: { call: 0.5 } }],
    [{ event: { timer: 'NEVER', t: 0 } }],
    [{ event: { timer: 'RETRANSMISSION', t: 'soon' } }],
  ])('hears nothing in %j', (trail) => {
    expect(validateTrail(trail)).toBeNull();
  });
});
