import { describe, expect, it } from 'vitest';
import { fromJson, toJson } from '#trace/json.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { Trace } from '#trace/trace.ts';
import { leak, LEAK, playedTo } from './fixtures.ts';
import { tcbAt, tcbBefore, tcbsAt } from './tcb-at.ts';

/** Loss, a connection from before the record, two connections at once, a crash. */
const STORM: Scenario = {
  ...LEAK,
  id: 'storm',
  script: [
    { at: -500, host: 'B', do: 'listen', port: 8001 },
    { at: -400, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: -200, host: 'A', do: 'set', settings: { nagle: false } },
    { at: -100, host: 'A', do: 'send', text: 'before the record' },
    { at: 100, host: 'B', do: 'send', text: 'good day' },
    { at: 200, host: 'A', do: 'connect', to: 'B:8001', from: 40002 },
    { at: 600, host: 'A', do: 'close' },
    { at: 5_000, host: 'B', do: 'crash' },
    { at: 6_000, host: 'A', do: 'connect', to: 'B:8001', from: 40003 },
  ],
  lose: ['B3', 'A6'],
  until: 20_000,
};

describe('tcbsAt', () => {
  const moments = (trace: Trace) => [0, ...new Set(trace.entries.map(({ t }) => t))];
  const whole = (scenario: Scenario) => playedTo(scenario, scenario.until).trace;

  it.each([LEAK, STORM].map((scenario) => [scenario.id, scenario] as const))(
    'has at every moment of “%s” what the hosts have',
    (_id, scenario) => {
      const trace = whole(scenario);
      for (const ms of moments(trace)) {
        const { world } = playedTo(scenario, ms);
        for (const { name } of trace.hosts) {
          const host = world.host(name);
          const expected = [...host.names()].map((conn) => [conn, host.tcb(conn)]);
          expect([name, ms, Object.fromEntries(tcbsAt(trace, name, ms))]).toEqual([
            ...[name, ms],
            Object.fromEntries(expected),
          ]);
        }
      }
    },
  );

  it('reads a Trace that was JSON in a page as well', () => {
    const read = fromJson(toJson(leak)) as Trace;
    expect(tcbsAt(read, 'B', 500)).toEqual(tcbsAt(leak, 'B', 500));
  });

  it('knows no TCB of a host that was only captured, or that is not there', () => {
    const hosts = leak.hosts.map((host) => ({ ...host, config: null }));
    expect(tcbsAt({ ...leak, hosts }, 'B', 500).size).toBe(0);
    expect(tcbsAt(leak, 'Z', 500).size).toBe(0);
  });

  it('shows nothing of a connection whose beginning nobody told', () => {
    const late = { ...leak, entries: leak.entries.filter(({ t }) => t > 100) };
    expect([...tcbsAt(late, 'A', 500).keys()]).toEqual([]);
  });
});

describe('tcbAt and tcbBefore', () => {
  it('differ by what happens at the moment', () => {
    expect(tcbBefore(leak, 'A', '40001', 0)).toBeNull();
    expect(tcbAt(leak, 'A', '40001', 0)?.state).toBe('SYN-SENT');
    expect(tcbBefore(leak, 'A', '40001', 80)?.state).toBe('SYN-SENT');
    expect(tcbAt(leak, 'A', '40001', 80)?.state).toBe('ESTABLISHED');
  });

  it('leave the Trace as it is', () => {
    const before = toJson(leak);
    tcbAt(leak, 'A', '40001', 500);
    expect(toJson(leak)).toBe(before);
  });
});
