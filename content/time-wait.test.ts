/* What the chapters about TIME-WAIT claim of their figures. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PROFILES, type State } from '#tcp';
import { parseMeasured, times } from '#course/measured.ts';
import { rfcText } from '#exercises/segment.ts';
import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { StepEntry, Trace, TransitEntry } from '#trace/trace.ts';
import assassinated from './scenarios/assassinated.ts';
import formerLifeLands from './scenarios/former-life-lands.ts';
import formerLifeTimestamps from './scenarios/former-life-timestamps.ts';
import formerLifeWaits from './scenarios/former-life-waits.ts';
import lastAckLostNoWait from './scenarios/last-ack-lost-no-wait.ts';
import lastAckLost from './scenarios/last-ack-lost.ts';
import reopened from './scenarios/reopened.ts';
import afterClosing from './scenarios/waits-after-closing.ts';
import afterFinWait1 from './scenarios/waits-after-fin-wait-1.ts';
import afterFinWait2 from './scenarios/waits-after-fin-wait-2.ts';

/** What crosses the link: when it leaves, whose it is, and what it says. */
function wire({ entries }: Trace): readonly string[] {
  const sent = entries.filter((entry): entry is TransitEntry => entry.kind === 'transit');
  return sent.map(({ t, from, seg, again, fate }) =>
    [`${t} ${from} ${rfcText(seg)}`, again ? 'again' : '', fate === 'lost' ? 'lost' : '']
      .filter((word) => word !== '')
      .join(' '),
  );
}

const stepsOf = ({ entries }: Trace, host: string): readonly StepEntry[] =>
  entries.filter((entry): entry is StepEntry => entry.kind === 'step' && entry.host === host);

/** The states that a host passes, with the time of each change. */
const states = (trace: Trace, host: string): readonly (readonly [number, State])[] =>
  stepsOf(trace, host)
    .filter(({ before, after }) => before !== after)
    .map(({ t, after }) => [t, after] as const);

const initial = ({ hosts }: Trace, host: string) =>
  hosts.find(({ name }) => name === host)?.initial;

/** What programs are told, and what they read, in order. */
const told = (trace: Trace, host: string): readonly string[] =>
  stepsOf(trace, host).flatMap(({ effects }) =>
    effects.flatMap((effect) => {
      if (effect.type === 'signal') return [effect.signal];
      return effect.type === 'deliver' ? [new TextDecoder().decode(effect.data)] : [];
    }),
  );

describe('TIME-WAIT is entered', () => {
  test('from FIN-WAIT-2 by the FIN, and lasts 240 s from then on', () => {
    const trace = runScenario(afterFinWait2);
    expect(wire(trace)).toEqual([
      '0 A <SEQ=101><ACK=301><CTL=FIN,ACK>',
      '40 B <SEQ=301><ACK=102><CTL=ACK>',
      '100 B <SEQ=301><ACK=102><CTL=FIN,ACK>',
      '140 A <SEQ=102><ACK=302><CTL=ACK>',
    ]);
    expect(states(trace, 'A')).toEqual([
      [0, 'FIN-WAIT-1'],
      [80, 'FIN-WAIT-2'],
      [140, 'TIME-WAIT'],
      [240_140, 'CLOSED'],
    ]);
    expect(states(trace, 'B').map(([, state]) => state)).not.toContain('TIME-WAIT');
  });

  test('from FIN-WAIT-1 by a FIN that acknowledges ours: three segments', () => {
    const trace = runScenario(afterFinWait1);
    expect(wire(trace)).toEqual([
      '0 A <SEQ=101><ACK=301><CTL=FIN,ACK>',
      '50 B <SEQ=301><ACK=102><CTL=FIN,ACK>',
      '90 A <SEQ=102><ACK=302><CTL=ACK>',
    ]);
    expect(states(trace, 'A').map(([, state]) => state)).toEqual([
      'FIN-WAIT-1',
      'TIME-WAIT',
      'CLOSED',
    ]);
  });

  test('from CLOSING by the ACK, on both sides', () => {
    const trace = runScenario(afterClosing);
    for (const host of ['A', 'B']) {
      expect(states(trace, host)).toEqual([
        [0, 'FIN-WAIT-1'],
        [40, 'CLOSING'],
        [80, 'TIME-WAIT'],
        [240_080, 'CLOSED'],
      ]);
    }
  });

  test('for 60 s by Linux and FreeBSD', () => {
    for (const config of [PROFILES.linux, PROFILES.freebsd]) {
      const [a, b] = afterFinWait2.hosts;
      const trace = runScenario({ ...afterFinWait2, hosts: [{ ...a, config }, b] });
      expect(states(trace, 'A').slice(-2)).toEqual([
        [140, 'TIME-WAIT'],
        [60_140, 'CLOSED'],
      ]);
    }
  });
});

describe('a last ACK that is lost', () => {
  test('is given once more, and the wait begins anew', () => {
    const trace = runScenario(lastAckLost);
    expect(wire(trace).slice(3)).toEqual([
      '140 A <SEQ=102><ACK=302><CTL=ACK> lost',
      '1100 B <SEQ=301><ACK=102><CTL=FIN,ACK> again',
      '1140 A <SEQ=102><ACK=302><CTL=ACK>',
    ]);
    expect(states(trace, 'A').slice(-2)).toEqual([
      [140, 'TIME-WAIT'],
      [241_140, 'CLOSED'],
    ]);
    expect(states(trace, 'B').at(-1)).toEqual([1180, 'CLOSED']);
  });

  test('without TIME-WAIT ends the connection with a reset', () => {
    const trace = runScenario(lastAckLostNoWait);
    expect(wire(trace).slice(-2)).toEqual([
      '1100 B <SEQ=301><ACK=102><CTL=FIN,ACK> again',
      '1140 A <SEQ=102><CTL=RST>',
    ]);
    expect(states(trace, 'B').slice(-2)).toEqual([
      [100, 'LAST-ACK'],
      [1180, 'CLOSED'],
    ]);
  });
});

describe('a segment of a former life', () => {
  test('lands in the next connection, if nobody waits', () => {
    const trace = runScenario(formerLifeLands);
    expect(told(trace, 'B')).toContain('HELLO, customer 0007PAY 100;');
    expect(wire(trace)).toContain('220 A <SEQ=141><ACK=301><CTL=ACK><DATA=8>');
    expect(wire(trace)).toContain('260 B <SEQ=701><ACK=149><CTL=ACK>');
  });

  test('had the numbers 141 to 148, of which the second connection’s clock knows nothing', () => {
    const [listen, connect, ...rest] = formerLifeLands.script;
    const later = (line: (typeof rest)[number]) => ({ ...line, at: line.at + 1000 });
    const first = { ...formerLifeLands, old: [], until: 900 } satisfies Scenario;
    const script = [listen, { ...connect, at: 0 }, ...rest.map(later)];
    const lines = wire(runScenario({ ...first, script } as Scenario));
    expect(lines).toContain('300 A <SEQ=141><ACK=301><CTL=ACK><DATA=8>');
    expect(lines).toContain('500 A <SEQ=149><ACK=301><CTL=FIN,ACK>');
  });

  test('leaves the two in disagreement for as long as the run lasts', () => {
    const trace = runScenario({ ...formerLifeLands, until: 5000 });
    const late = wire(trace).filter((line) => Number(line.split(' ')[0]) > 4000);
    expect(late.length).toBeGreaterThan(20);
    expect(new Set(late.map((line) => line.replace(/^\d+ /, '')))).toEqual(
      new Set(['A <SEQ=141><ACK=701><CTL=ACK>', 'B <SEQ=701><ACK=149><CTL=ACK>']),
    );
  });

  test('finds nobody, if the side that closed first waits', () => {
    const trace = runScenario(formerLifeWaits);
    expect(initial(trace, 'A')).toBe('TIME-WAIT');
    expect(told(trace, 'A')[0]).toBe('connection already exists');
    expect(wire(trace).slice(0, 3)).toEqual([
      '220 A <SEQ=141><ACK=301><CTL=ACK><DATA=8>',
      '260 B <SEQ=301><CTL=RST>',
      '240000 A <SEQ=120><CTL=SYN>',
    ]);
    expect(states(trace, 'A').slice(0, 2)).toEqual([
      [239_640, 'CLOSED'],
      [240_000, 'SYN-SENT'],
    ]);
    expect(states(trace, 'B').at(-1)).toEqual([240_120, 'ESTABLISHED']);
  });

  test('would have found nobody after 620 ms, either, but lands after less', () => {
    const [a, b] = formerLifeLands.hosts;
    const [listen, connect, first, pay, close, closeB, , ...rest] = formerLifeLands.script;
    const play = (wait: number) => {
      const at = wait - 359;
      const call = { at, host: 'A', do: 'connect', to: 'B:8001', from: 40001 } as const;
      const [send, receive] = rest;
      const later = [
        { ...send, at: at + 100 },
        { ...receive, at: 1500 },
      ];
      const script = [listen, connect, first, pay, close, closeB, call, ...later];
      const hosts = [a, b].map((host) => ({ ...host, config: { msl: wait / 2 } }));
      return runScenario({ ...formerLifeLands, hosts, script, until: 2000 } as unknown as Scenario);
    };
    const landed = (wait: number) => told(play(wait), 'B').join().includes('PAY 100;');
    expect([0, 400, 620, 1000].map(landed)).toEqual([true, true, false, false]);
  });

  test('is given away by its timestamp', () => {
    const trace = runScenario(formerLifeTimestamps);
    expect(told(trace, 'B')).toContain('HELLO, customer 0007');
    const old = trace.entries.find((entry) => entry.kind === 'transit' && entry.t === 220);
    expect(old).toMatchObject({ seg: { seq: 141, options: { ts: { val: 300 } } } });
    const text = trace.entries.find((entry) => entry.kind === 'transit' && entry.t === 110);
    expect(text).toMatchObject({ seg: { options: { ts: { val: 1110 } } } });
    expect(wire(trace).at(-1)).toBe('260 B <SEQ=701><ACK=141><CTL=ACK>');
  });
});

describe('TIME-WAIT is cut short', () => {
  test('by a SYN with a number beyond the old ones, where a system wants that', () => {
    const trace = runScenario(reopened);
    expect(initial(trace, 'B')).toBe('TIME-WAIT');
    expect(wire(trace)).toEqual([
      '0 A <SEQ=400><CTL=SYN>',
      '40 B <SEQ=700><ACK=401><CTL=SYN,ACK>',
      '80 A <SEQ=401><ACK=701><CTL=ACK>',
    ]);
    expect(states(trace, 'B')).toEqual([
      [40, 'SYN-RECEIVED'],
      [120, 'ESTABLISHED'],
    ]);
  });

  test('by the reset that an answer of its own draws', () => {
    const trace = runScenario(assassinated);
    expect(initial(trace, 'A')).toBe('TIME-WAIT');
    expect(wire(trace)).toEqual([
      '0 B <SEQ=301><ACK=101><CTL=ACK><DATA=3>',
      '40 A <SEQ=102><ACK=305><CTL=ACK>',
      '80 B <SEQ=305><CTL=RST>',
    ]);
    expect(states(trace, 'A')).toEqual([[120, 'CLOSED']]);
  });

  test('but not where resets in TIME-WAIT are ignored', () => {
    const [a, b] = assassinated.hosts;
    const config = { resetInTimeWait: 'ignore' } as const;
    const trace = runScenario({ ...assassinated, hosts: [{ ...a, config }, b] });
    expect(states(trace, 'A')[0]?.[0]).toBeGreaterThan(239_000);
  });
});

describe('what was measured', () => {
  const record = (name: string) =>
    parseMeasured(name, readFileSync(new URL(`measured/${name}.txt`, import.meta.url), 'utf8'));

  test('has six FINs, at the times that the text names', () => {
    const sent = times(record('last-ack-lost'), 'Flags [F.], seq 3922489772');
    expect(sent.map((s) => Number(s.toFixed(2)))).toEqual([0, 0.21, 0.41, 0.84, 1.67, 3.31]);
  });

  test('has a TIME-WAIT of 60.3 s, whatever tcp_fin_timeout says', () => {
    const { output } = record('time-wait-length');
    const at = (pattern: RegExp) => Number(pattern.exec(output)?.[1]);
    const began = at(/([\d.]+) T1 TIME_WAIT entered/);
    expect(at(/([\d.]+) STATE .*45052.* TIME-WAIT -> None/) - began).toBeCloseTo(60.3, 1);
    expect(at(/([\d.]+) STATE .*45056.* FIN-WAIT-2 -> None/)).toBeLessThan(6);
    expect(output).not.toMatch(/45070.*-> None/);
  });

  test('has 20 000 TIME-WAITs that take 5.1 MB', () => {
    const { output } = record('time-wait-memory');
    const sizes = [...output.matchAll(/tw_sock_TCP +\d+ +(\d+) +(\d+)/g)].map(([, n, size]) => [
      Number(n),
      Number(size),
    ]);
    const [before = [], after = []] = sizes;
    const grown = ((after[0] ?? 0) - (before[0] ?? 0)) * (after[1] ?? 0);
    expect(after[1]).toBe(256);
    expect((grown / 1e6).toFixed(1)).toBe('5.1');
    expect(output).toMatch(/\btw 20000\b/);
  });
});
