import { describe, expect, it } from 'vitest';
import type { Trace } from '#trace/trace.ts';
import { traceFromJson, traceToJson } from '#trace/json.ts';
import { ScenarioError } from './call.ts';
import { runScenario, setStage } from './run.ts';
import type { Scenario, ScriptLine } from './scenario.ts';

const OPEN: readonly ScriptLine[] = [
  { at: -1, host: 'B', do: 'listen', port: 80 },
  { at: 0, host: 'A', do: 'connect', to: 'B:80', from: 4000 },
];

const scenario = (more: Partial<Scenario> = {}): Scenario => ({
  id: 'network',
  hosts: [
    { name: 'A', title: 'client', address: '10.0.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.9.0.2', isn: [300] },
  ],
  delay: 40,
  script: OPEN,
  until: 5000,
  ...more,
});

const kinds = ({ entries }: Trace, kind: Trace['entries'][number]['kind']) =>
  entries.filter((entry) => entry.kind === kind);

const finalState = ({ entries }: Trace, host: string) => {
  const last = entries.findLast((entry) => entry.kind === 'step' && entry.host === host);
  return last?.kind === 'step' ? last.after : null;
};

describe('a scenario', () => {
  it('may say what its link does besides being slow', () => {
    const trace = runScenario(scenario({ link: { duplicate: 1 } }));
    const [call, copy] = kinds(trace, 'transit');
    expect([call, copy]).toMatchObject([{ name: 'A1' }, { name: "A1'", copyOf: 0 }]);
    expect(finalState(trace, 'B')).toBe('ESTABLISHED');
  });

  it('may say of single segments what becomes of them, by description', () => {
    const fates = [{ from: 'A', flags: 'SYN', nth: 1, fate: 'corrupt' }] as const;
    const trace = runScenario(scenario({ fates }));
    expect(kinds(trace, 'discard')).toMatchObject([{ t: 40, host: 'B', rule: 'MUST-3' }]);
    expect(finalState(trace, 'B')).toBe('ESTABLISHED');
  });

  it('may have more hosts, routers and a NAT', () => {
    const [a, b] = scenario().hosts;
    const trace = runScenario(
      scenario({
        hosts: [a, b, { name: 'C', title: 'client', address: '10.0.0.3', isn: [500] }],
        network: {
          nats: [{ name: 'N', address: '198.51.100.7', inside: ['A', 'C'] }],
          links: [
            { between: ['A', 'N'], delay: 5 },
            { between: ['C', 'N'], delay: 5 },
            { between: ['N', 'B'], delay: 5 },
          ],
        },
        script: [...OPEN, { at: 100, host: 'C', do: 'connect', to: 'B:80', from: 4000 }],
      }),
    );
    expect(finalState(trace, 'A')).toBe('ESTABLISHED');
    expect(finalState(trace, 'C')).toBe('ESTABLISHED');
    expect(traceFromJson(traceToJson(trace))).toEqual(trace);
  });

  it('may let a host crash, and a link be cut and mended', () => {
    const script: readonly ScriptLine[] = [
      ...OPEN,
      { at: 200, do: 'cut', between: ['A', 'B'] },
      { at: 300, host: 'A', do: 'send', text: 'lost' },
      { at: 400, do: 'mend', between: ['A', 'B'] },
      { at: 500, host: 'B', do: 'crash' },
    ];
    const trace = runScenario(scenario({ script }));
    expect(kinds(trace, 'plug')).toMatchObject([{ up: false }, { up: true }]);
    expect(kinds(trace, 'crash')).toMatchObject([{ t: 500, host: 'B', lost: ['80', '80.1'] }]);
    // B knows nothing of what is sent again after its crash.
    expect(finalState(trace, 'A')).toBe('CLOSED');
  });

  it('may set options, and close in both directions', () => {
    const keepAlive = { idle: 100, interval: 100, probes: 3 };
    const script: readonly ScriptLine[] = [
      ...OPEN,
      { at: 200, host: 'A', do: 'set', settings: { keepAlive } },
      { at: 210, host: 'B', do: 'close', halfDuplex: true },
      { at: 400, host: 'A', do: 'send', text: 'x' },
    ];
    const trace = runScenario(scenario({ script }));
    expect(trace.entries).toContainEqual(
      expect.objectContaining({ host: 'A', event: { type: 'SET', settings: { keepAlive } } }),
    );
    // Nobody reads at B any more: text is answered with a reset (MUST-66).
    expect(finalState(trace, 'A')).toBe('CLOSED');
  });

  it('may lay hands on single transmissions, and speak to one connection of several', () => {
    const trace = runScenario(
      scenario({
        script: [
          ...OPEN,
          { at: 10, segment: 'A1', do: 'delay', by: 20 },
          { at: 70, segment: 'B1', do: 'duplicate', by: 5 },
          { at: 200, host: 'A', do: 'connect', to: 'B:80', from: 4001 },
          { at: 400, host: 'A', conn: '4000', do: 'send', text: 'hello' },
          { at: 410, segment: 'A6', do: 'edit', forgery: { flags: 'RST', text: '' } },
        ],
        until: 430,
      }),
    );
    expect(kinds(trace, 'transit')).toMatchObject([
      { name: 'A1', until: 60 },
      { name: 'B1', until: 100 },
      { name: "B1'", until: 105 },
      { name: 'A2' },
      { name: 'A3' },
      { name: 'A4' },
      { name: 'B2' },
      { name: 'A5' },
      { name: 'A6', fate: 'lost', until: 410, seg: { src: { port: 4000 } } },
      { name: "A6'", until: 440, seg: { ctl: { rst: true, ack: false } } },
    ]);
  });

  it('can be stopped, kept and gone on with', () => {
    const lossy = scenario({ loss: 0.3, seed: 5, link: { jitter: 20 } });
    const world = setStage(lossy);
    world.run(50);
    expect(world.now).toBeLessThanOrEqual(50);
    expect(world.run(lossy.until)).toEqual(runScenario(lossy));
  });

  it.each<[string, Partial<Scenario>, string]>([
    [
      'a host that is not there',
      { script: [{ at: 0, host: 'X', do: 'crash' }] },
      'network: there is no host X',
    ],
    [
      'a connection that is not there',
      { script: [{ at: 5, host: 'A', do: 'close' }] },
      'network: at 5 ms A cannot close: it has no connection',
    ],
    [
      'a link that is not there',
      { script: [{ at: 5, do: 'cut', between: ['A', 'X'] }] },
      'network: there is no link between A and X',
    ],
    [
      'control bits that are none',
      { fates: [{ flags: 'HELLO', fate: 'drop' }] },
      "network: a fate names 'HELLO', which is no control bit",
    ],
    [
      'a segment that is not there',
      { script: [{ at: 5, segment: 'A1', do: 'drop' }] },
      'network: A1 is not on its way',
    ],
    [
      'forged bits that are none',
      { script: [{ at: 5, segment: 'A1', do: 'edit', forgery: { flags: 'SYN,HELLO' } }] },
      "a forged segment names 'hello', which is no control bit",
    ],
    [
      'an old segment of nobody',
      { old: [{ at: 5, from: 'X', fromPort: 1, toPort: 2, flags: 'SYN', seq: 1 }] },
      'network: there is no host X',
    ],
  ])('that asks for %s is refused', (_what, more, message) => {
    const run = () => runScenario(scenario(more));
    expect(run).toThrow(ScenarioError);
    expect(run).toThrow(message);
  });
});
