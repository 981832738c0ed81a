import { describe, expect, it } from 'vitest';
import { replay, type HostRecord } from '#network/replay.ts';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { pktToRun } from '#scenario/packetdrill/run.ts';
import { reference, type Effect } from '#tcp';
import { compare } from './compare.ts';

const { run } = pktToRun(
  parsePkt(`0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0 listen(3, 1) = 0
0.1 < S 0:0(0) win 1000 <mss 1460>
5 < . 1:1(0) ack 1 win 1000`),
);
const ours = replay(reference, run);

type Loose = {
  -readonly [K in keyof HostRecord['entries'][number]]: HostRecord['entries'][number][K];
};
const changed = (change: (entries: Loose[]) => Loose[]): HostRecord => ({
  entries: change(structuredClone(ours).entries as Loose[]),
});

describe('compare', () => {
  it('finds nothing between equals', () => {
    expect(compare(structuredClone(ours), ours)).toBeNull();
  });

  it('does not look at timers, rules, drops and diffs', () => {
    const theirs = changed((entries) =>
      entries.map((entry) => ({
        ...entry,
        by: 'learner',
        diff: {},
        effects: entry.effects
          .filter(({ type }) => type !== 'timer' && type !== 'state')
          .map((effect): Effect => ({ ...effect, rule: 'mine' }))
          .concat([{ type: 'drop', why: 'mine', rule: null }]),
      })),
    );
    expect(compare(theirs, ours)).toBeNull();
  });

  it('does not look at timers that nobody notices', () => {
    const theirs = changed((entries) => [
      ...entries,
      {
        ...entries[0]!,
        t: 6000,
        cause: { timer: 'TIME-WAIT' },
        before: 'LISTEN',
        after: 'LISTEN',
        effects: [],
      },
    ]);
    expect(compare(theirs, ours)).toBeNull();
  });

  it('sees a state, a segment and a signal', () => {
    const at = (change: (entry: Loose) => void) =>
      compare(
        changed((entries) => (change(entries[1]!), entries)),
        ours,
      )?.what;
    expect(at((entry) => (entry.after = 'ESTABLISHED'))).toBe('state');
    expect(at((entry) => (entry.effects = []))).toBe('segments');
    expect(
      at(
        (entry) =>
          (entry.effects = [...entry.effects, { type: 'signal', signal: 'ok', rule: null }]),
      ),
    ).toBe('signals');
    expect(
      at(
        (entry) =>
          (entry.effects = [
            ...entry.effects,
            { type: 'deliver', data: new Uint8Array(1), rule: null },
          ]),
      ),
    ).toBe('octets');
  });

  it('sees that something was sent too early, too late or never', () => {
    const again = ours.entries.findIndex(({ cause }) => 'timer' in cause);
    const early = changed((entries) => entries.map((e, i) => (i === again ? { ...e, t: 600 } : e)));
    expect(compare(early, ours)).toMatchObject({ t: 600, what: 'event', expected: null });
    const never = changed((entries) => entries.filter((_, i) => i !== again));
    expect(compare(never, ours)).toMatchObject({ t: 1100, what: 'event', actual: null });
  });
});
