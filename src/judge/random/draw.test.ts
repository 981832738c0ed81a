import { describe, expect, it } from 'vitest';
import { replay, type HostRun } from '#network/replay.ts';
import { isCalls, type CallsRun, type Run } from '#sandbox/sandbox.ts';
import { runToPkt } from '#scenario/packetdrill/write.ts';
import { distance, PROFILES, reference, RFC9293, type Segment, STATES } from '#tcp';
import { expectedValues } from '../calls.ts';
import { compare } from '../compare.ts';
import type { Bias, CallsBias, DrawnCall } from './bias.ts';
import { defaultBias } from './default-bias.ts';
import { draw } from './draw.ts';

const HALF = 2 ** 31;

/** Anything may happen in any state. */
const ANYTHING = defaultBias(['keepAliveTimer']);

const isHost = (run: Run): run is HostRun => !isCalls(run);
const drawn = (bias: Bias, count: number, seed = 1) =>
  draw(bias, { seed, count, config: RFC9293 }).runs;
const hostRuns = (bias: Bias, count: number) => drawn(bias, count).filter(isHost);
const segmentsOf = ({ inputs }: HostRun): readonly Segment[] =>
  inputs.flatMap((each) => (each.kind === 'segment' ? [each.seg] : []));
const ringOnly = (call: DrawnCall): CallsBias => ({ kind: 'calls', calls: [call] });
const callsOf = (call: DrawnCall, count: number) =>
  (drawn(ringOnly(call), count) as readonly CallsRun[]).flatMap(({ args }) => args);

describe('drawing', () => {
  it('is decided by the seed alone; few are the first of many', () => {
    expect(drawn(ANYTHING, 20)).toEqual(drawn(ANYTHING, 20));
    expect(drawn(ANYTHING, 20)).toEqual(drawn(ANYTHING, 50).slice(0, 20));
    expect(drawn(ANYTHING, 20, 2)).not.toEqual(drawn(ANYTHING, 20));
  });

  it.each(STATES)('leads to %s by each of its ways', (state) => {
    const events = { answer: 1 };
    const bias = { kind: 'connection', states: [state], events, most: 0, endings: [[]] } as const;
    const ends = hostRuns(bias, 200).map((run) => {
      const steps = replay(reference, run).entries.filter(({ cause }) => 'input' in cause);
      return steps.at(-1)?.after ?? 'CLOSED';
    });
    expect(new Set(ends)).toEqual(new Set([state]));
  });

  it('leads only by the ways that are asked for', () => {
    const bias = { kind: 'connection', states: ['ESTABLISHED'], events: { ack: 1 } } as const;
    for (const opened of ['passive', 'active'] as const) {
      const modes = hostRuns({ ...bias, opened: [opened], endings: [[]] }, 50).map(
        ({ inputs: [first] }) =>
          first?.kind === 'call' && first.call.type === 'OPEN' ? first.call.mode : null,
      );
      expect(new Set(modes)).toEqual(new Set([opened]));
    }
  });

  it('lets the clock run until nothing is pending', () => {
    for (const run of hostRuns(ANYTHING, 200)) {
      const later = { ...run, until: run.until + 24 * 3_600_000 };
      expect(compare(replay(reference, later), replay(reference, run))).toBeNull();
    }
  });

  it.each(['rfc9293', 'linux', 'freebsd'] as const)(
    'gives what a script can say, with the settings of %s',
    (profile) => {
      const config = PROFILES[profile];
      const { runs } = draw(ANYTHING, { seed: 3, count: 150, config });
      for (const run of runs.filter(isHost)) expect(runToPkt(run)).toContain('assert state');
    },
  );

  it('hits what goes wrong: crossing SYNs and FINs, duplicates, holes, the edge of the ring, shut windows', () => {
    const runs = hostRuns(ANYTHING, 1_000);
    const steps = runs.flatMap((run) => replay(reference, run).entries);
    const moves = new Set(steps.map(({ before, after }) => `${before} ${after}`));
    expect(moves).toContain('SYN-SENT SYN-RECEIVED');
    expect(moves).toContain('FIN-WAIT-1 CLOSING');
    const all = runs.map(segmentsOf);
    expect(all.filter((one) => new Set(one).size < one.length).length).toBeGreaterThan(50);
    const held = steps.filter(({ diff }) => 'held' in diff);
    expect(held.length).toBeGreaterThan(20);
    expect(
      all.flat().filter(({ seq, data }) => seq + data.length > 2 ** 32).length,
    ).toBeGreaterThan(5);
    expect(all.flat().filter(({ wnd }) => wnd === 0).length).toBeGreaterThan(50);
  });

  it('draws arguments that each function can answer', () => {
    const names = [
      ...(['lt', 'leq', 'between', 'segLen', 'acceptable', 'isSelfConnect', 'patience'] as const),
      ...(['onSyn', 'onAck', 'accept'] as const),
    ];
    for (const name of names) {
      for (const config of Object.values(PROFILES)) {
        const { runs } = draw(ringOnly(name), { seed: 1, count: 50, config });
        const answers = (runs as readonly CallsRun[]).flatMap((run) => expectedValues(run));
        expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBeGreaterThan(1);
      }
    }
  });
});

/*
 * A right plank must never fail, so what the RFC leaves open is never asked:
 * - which of two numbers half a ring apart comes first (RFC 1982 §3.2);
 * - `between` where the upper bound lies before the lower;
 * - a segment that covers the whole window and more: Table 6 refuses it, though some of it is inside;
 * - text and FIN of a SYN that opens: they may wait, or come again (§3.10.7.2 third, §3.10.7.3 fourth);
 * - whether LISTEN notes the window of the SYN: that of the third segment is never smaller;
 * - which copy of an octet is taken: all copies are alike;
 * - when an initial sequence number is asked for: one that opens nothing is given to the next.
 * What a host does not show is not compared at all: reasons, rules, timers, the order of a signal and a
 * segment within one event.
 */
describe('what the RFC leaves open is not asked', () => {
  it.each(['lt', 'leq', 'between'] as const)('%s: no two numbers are half a ring apart', (call) => {
    for (const args of callsOf(call, 2_000) as readonly (readonly number[])[]) {
      const apart = args.flatMap((a) => args.map((b) => distance(a, b)));
      expect(apart).not.toContain(HALF);
    }
  });

  it('between: the upper bound is not before the lower', () => {
    for (const [low = 0, , high = 0] of callsOf(
      'between',
      2_000,
    ) as readonly (readonly number[])[]) {
      expect(distance(low, high)).toBeLessThan(HALF);
    }
  });

  it('acceptable: no segment reaches beyond the window on both sides', () => {
    const ahead = (from: number, to: number) => (to - from) | 0;
    for (const [seg, nxt, wnd] of callsOf('acceptable', 2_000) as unknown as readonly [
      Segment,
      number,
      number,
    ][]) {
      const length = seg.data.length + Number(seg.ctl.syn) + Number(seg.ctl.fin);
      const first = ahead(nxt, seg.seq);
      const isAround = first < 0 && first + length > wnd && wnd > 0;
      expect(isAround).toBe(false);
    }
  });

  it('no number of a segment is half a ring from one that it is compared with', () => {
    for (const run of hostRuns(ANYTHING, 500)) {
      const [iss = 0] = run.isn;
      for (const { ack, ctl } of segmentsOf(run)) {
        if (ctl.ack) expect(distance(iss, ack)).not.toBe(HALF);
      }
    }
  });

  it.each([['listen'], ['synSent']])(
    '%s: who brings text or a FIN with a SYN says no more',
    (plank) => {
      let met = 0;
      for (const run of hostRuns(defaultBias([plank]), 1_000)) {
        const { entries } = replay(reference, run);
        const silent = new Set<number>();
        for (const { event, before, cause } of entries) {
          if (event.type !== 'SEGMENT-ARRIVES' || !('input' in cause)) continue;
          const { ctl, data, src } = event.seg;
          expect(silent).not.toContain(src.port);
          const opens = ctl.syn && !ctl.ack && !ctl.rst && ['LISTEN', 'SYN-SENT'].includes(before);
          if (!opens || (data.length === 0 && !ctl.fin)) continue;
          silent.add(src.port);
          met += 1;
        }
      }
      expect(met).toBeGreaterThan(20);
    },
  );

  it('no window opens a connection that is smaller than that of the SYN that LISTEN took', () => {
    for (const run of hostRuns(defaultBias(['listen']), 500)) {
      const least = new Map<number, number>();
      for (const { event, before, after } of replay(reference, run).entries) {
        if (event.type !== 'SEGMENT-ARRIVES') continue;
        const { src, wnd } = event.seg;
        if (before === 'LISTEN' && after === 'SYN-RECEIVED') least.set(src.port, wnd);
        else if (before === 'SYN-RECEIVED')
          expect(wnd).toBeGreaterThanOrEqual(least.get(src.port) ?? 0);
      }
    }
  });
});

describe('shrinking', () => {
  const hasText = (run: Run) => isHost(run) && segmentsOf(run).some(({ data }) => data.length > 1);
  const cases = draw(ANYTHING, { seed: 5, count: 50, config: RFC9293 });
  const index = cases.runs.findIndex(hasText);

  it('leaves what makes the case fail, as plain as it can be', async () => {
    const least = await cases.shrink(index, (run) => Promise.resolve(hasText(run)));
    if (!isHost(least)) throw new Error('a host’s case became a case of calls');
    expect(segmentsOf(least)).toMatchObject([
      { data: expect.objectContaining({ length: 10 }) as unknown },
    ]);
    expect(least.inputs.length).toBeLessThanOrEqual(2);
    expect(least.isn[0]).toBe(300);
    const again = await cases.shrink(index, (run) => Promise.resolve(hasText(run)));
    expect(again).toEqual(least);
  });

  it('asks no more often than it may, and never twice about the same run', async () => {
    const asked: string[] = [];
    const fails = (run: Run) => {
      asked.push(JSON.stringify(run));
      return Promise.resolve(true);
    };
    await cases.shrink(index, fails, 5);
    expect(asked.length).toBeLessThanOrEqual(5);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('gives the case itself back where nothing smaller fails', async () => {
    const same = await cases.shrink(index, () => Promise.resolve(false));
    expect(same).toEqual(cases.runs[index]);
  });

  it('knows no case that was not drawn', async () => {
    await expect(cases.shrink(50, () => Promise.resolve(true))).rejects.toThrow(
      'no case 50 was drawn',
    );
  });
});

describe('a lab without a bias of its own', () => {
  it('has one by its planks', () => {
    expect(defaultBias(['lt', 'leq'])).toEqual({ kind: 'calls', calls: ['lt', 'leq'] });
    expect(defaultBias(['synSent'])).toMatchObject({ kind: 'connection', states: ['SYN-SENT'] });
    expect(defaultBias(['closeWait', 'lastAck'])).toMatchObject({
      states: ['CLOSE-WAIT', 'LAST-ACK'],
    });
    expect(defaultBias(['isn'])).toMatchObject({ states: STATES });
  });
});
