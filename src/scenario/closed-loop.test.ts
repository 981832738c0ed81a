import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replay, ReplayError } from '#network/replay.ts';
import { type Engine, reference, withPlanks } from '#tcp';
import { playClosed, type Ask } from './closed-loop.ts';
import { runScenario } from './run.ts';
import type { Scenario } from './scenario.ts';

const FOLDER = new URL('../../content/scenarios/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => !name.endsWith('.test.ts'));
const scenarios = await Promise.all(
  files.map(
    async (name) => ((await import(new URL(name, FOLDER).href)) as { default: Scenario }).default,
  ),
);
const handshake = scenarios.find(({ id }) => id === 'handshake')!;

/** A host of this engine, run elsewhere. */
const elsewhere =
  (engine: Engine): Ask =>
  async (_host, run) => {
    try {
      return { record: replay(engine, run), fails: null };
    } catch (error) {
      if (!(error instanceof ReplayError)) throw error;
      const { at, record } = error;
      return { record, fails: 'input' in at ? at : { t: at.t } };
    }
  };

/** All that a TCP can live through: calls, data, a loss, a goodbye, an old segment, a crash. */
const life: Scenario = {
  ...handshake,
  id: 'life',
  script: [
    ...handshake.script,
    { at: 200, host: 'A', do: 'send', text: 'hello' },
    { at: 300, host: 'B', do: 'send', text: 'good day' },
    { at: 900, host: 'B', do: 'receive', max: 100 },
    { at: 1_000, host: 'A', do: 'close' },
    { at: 1_500, host: 'B', do: 'close' },
    { at: 3_000, host: 'B', do: 'crash' },
    { at: 4_000, host: 'A', do: 'connect', to: 'B:8001', from: 40002 },
  ],
  lose: ['B1', 'A4', 'A7'],
  old: [{ at: 450, from: 'A', fromPort: 40001, toPort: 8001, flags: 'SYN', seq: 90 }],
  until: 400_000,
};

describe('a host that runs elsewhere does what it does in the world', () => {
  const own = scenarios.filter(({ players }) => players === undefined);
  it.each([...own, life].map((scenario) => [scenario.id, scenario] as const))(
    'in %s',
    async (_id, scenario) => {
      const names = scenario.hosts.map(({ name }) => name);
      const expected = runScenario(scenario);
      for (const hosts of [[...names], ...names.map((name) => [name])]) {
        const { trace, stopped } = await playClosed(scenario, hosts, elsewhere(reference));
        expect(stopped).toBeNull();
        expect(trace).toEqual(expected);
      }
    },
  );

  it('whatever else is lost', async () => {
    const lose = ['A2'];
    const { trace } = await playClosed(handshake, ['B'], elsewhere(reference), { lose });
    expect(trace).toEqual(runScenario(handshake, { lose }));
  });

  it('also where it is another TCP, and that shows', async () => {
    const mute = withPlanks(reference, { listen: (_tcb, _seg, act) => act.drop('asleep') });
    const { trace, parts } = await playClosed(handshake, ['B'], elsewhere(mute));
    expect(trace).toEqual(runScenario(handshake, { engines: { B: mute } }));
    expect(parts['B']?.run.inputs.length).toBeGreaterThan(1);
    expect(parts['B']?.taken.filter(({ by }) => by === 'learner')).toHaveLength(
      parts['B']!.run.inputs.length - 1,
    );
  });
});

describe('a host that does not go on', () => {
  it('is shown up to the event that it fails at', async () => {
    const bomb = withPlanks(reference, {
      listen() {
        throw new Error('no');
      },
    });
    const play = await playClosed(handshake, ['B'], elsewhere(bomb));
    expect(play.stopped).toEqual({ why: 'failed', host: 'B', t: 40 });
    expect(play.parts['B']).toMatchObject({
      run: { inputs: [{ kind: 'call' }] },
      taken: [{ after: 'LISTEN' }],
    });
    expect(play.trace.entries.map(({ kind, t }) => [kind, t])).toEqual([
      ['step', 0],
      ['transit', 0],
    ]);
  });

  it('fails at a timer only if the timer goes off', async () => {
    const bomb = withPlanks(reference, {
      timeouts: {
        RETRANSMISSION() {
          throw new Error('no');
        },
      },
    });
    expect((await playClosed(handshake, ['A'], elsewhere(bomb))).stopped).toBeNull();
    const lost = await playClosed(handshake, ['A'], elsewhere(bomb), { lose: ['A1'] });
    expect(lost.stopped).toEqual({ why: 'failed', host: 'A', t: 1_000 });
  });

  it('has no end to what it sends', async () => {
    const flood = withPlanks(reference, {
      listen(_tcb, _seg, act) {
        for (let i = 0; i < 200; i++) act.send({ ack: true }, { seq: 0, ack: i });
      },
    });
    const { stopped, trace } = await playClosed(handshake, ['B'], elsewhere(flood));
    expect(stopped).toEqual({ why: 'endless', host: 'B', t: 120 });
    expect(trace.entries.at(-1)?.t).toBeLessThanOrEqual(120);
  });

  it('answers otherwise the second time', async () => {
    let asked = 0;
    const moody: Ask = (host, run) => {
      const isn = [300 + asked++];
      return elsewhere(reference)(host, { ...run, isn });
    };
    const { stopped } = await playClosed(handshake, ['B'], moody);
    expect(stopped).toMatchObject({ why: 'unsteady', host: 'B' });
  });

  it('leaves out what it must have done', async () => {
    const silent: Ask = async () => ({ record: { entries: [] }, fails: null });
    const { stopped } = await playClosed(handshake, ['B'], silent);
    expect(stopped).toMatchObject({ why: 'gap', host: 'B' });
  });

  it('is called without a connection', async () => {
    const scenario: Scenario = {
      ...handshake,
      script: [{ at: 5, host: 'A', do: 'close' }],
    };
    const { stopped } = await playClosed(scenario, ['A'], elsewhere(reference));
    expect(stopped).toEqual({ why: 'script', host: null, t: 5 });
  });
});
