import { describe, expect, it } from 'vitest';
import { stage, states } from './fixtures.ts';
import { runScenario } from './run.ts';
import type { Scenario } from './scenario.ts';

describe('a link that loses', () => {
  const talk: Scenario = {
    ...stage,
    until: 600_000,
    script: [
      ...stage.script,
      { at: 0, host: 'A', do: 'receive', max: 100 },
      { at: 0, host: 'A', do: 'send', text: 'hello, server' },
      { at: 10_000, host: 'B', do: 'receive', max: 100 },
      { at: 10_000, host: 'B', do: 'send', text: 'hello, client' },
      { at: 20_000, host: 'A', do: 'close' },
      { at: 40_000, host: 'B', do: 'close' },
    ],
  };

  it('delays, but neither loses nor changes an octet, whatever the seed', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const trace = runScenario({ ...talk, loss: 0.2, seed });
      const heard = (host: string) =>
        trace.entries
          .flatMap((entry) => (entry.kind === 'step' && entry.host === host ? entry.effects : []))
          .flatMap((effect) => (effect.type === 'deliver' ? [...effect.data] : []))
          .map((code) => String.fromCharCode(code))
          .join('');
      expect([seed, heard('B')]).toEqual([seed, 'hello, server']);
      expect([seed, heard('A')]).toEqual([seed, 'hello, client']);
      expect([seed, states(trace, 'A').at(-1), states(trace, 'B').at(-1)]).toEqual([
        seed,
        'CLOSED',
        'CLOSED',
      ]);
    }
  });

  it('gives the same Trace for the same seed, and another for another', () => {
    const once = runScenario({ ...talk, loss: 0.3, seed: 7 });
    expect(runScenario({ ...talk, loss: 0.3, seed: 7 })).toEqual(once);
    expect(runScenario({ ...talk, loss: 0.3, seed: 8 })).not.toEqual(once);
  });
});

describe('a script that cannot be', () => {
  it('is refused with the line at fault', () => {
    const script = [{ at: 5, host: 'A', do: 'close' }] as const;
    expect(() => runScenario({ ...stage, script })).toThrow(
      'test: at 5 ms A cannot close: it has no connection',
    );
    const lost = [{ at: 0, host: 'A', do: 'connect', to: 'C:1', from: 1 }] as const;
    expect(() => runScenario({ ...stage, script: lost })).toThrow("connect to 'C:1'");
  });
});
