import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '#judge/compile/compile.ts';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import type { ShipPlank } from '#sandbox/sandbox.ts';
import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { Trace } from '#trace/trace.ts';
import handshake from '../../../content/scenarios/handshake.ts';
import { play, type PlayRequest } from './play.ts';

const plank = (lab: string, exports: readonly string[], source: string): ShipPlank => ({
  lab,
  exports,
  js: compile(source).js,
});
const listen = (body: string) =>
  plank('listen', ['listen'], `export const listen = (tcb, seg, act) => { ${body} };`);
const solved = (lab: string, exports: readonly string[]) =>
  plank(
    lab,
    exports,
    readFileSync(new URL(`../../../labs/${lab}/solution.ts`, import.meta.url), 'utf8'),
  );

const played = (planks: readonly ShipPlank[], more: Partial<PlayRequest> = {}, budget?: number) =>
  play(
    { scenario: handshake, lose: [], hosts: ['A', 'B'], planks, ...more },
    nodeSandboxes,
    budget,
  );

/** What a ladder shows of a trace. */
const seen = ({ entries }: Trace) =>
  entries.map((entry) =>
    entry.kind === 'step'
      ? [entry.t, entry.host, entry.before, entry.after]
      : entry.kind === 'transit'
        ? [entry.t, entry.name, entry.fate, entry.seg]
        : entry,
  );

describe('the learner’s TCP in a figure', () => {
  it('does what the reference does if its planks are right, and is marked as theirs', async () => {
    const planks = [
      solved('ring', ['lt', 'leq', 'between', 'segLen']),
      solved('listen', ['listen']),
      solved('syn-sent', ['synSent']),
    ];
    for (const lose of [[], ['B1'], ['A2', 'A3']]) {
      const { trace, differs, cut } = await played(planks, { lose });
      expect({ differs, cut }).toEqual({ differs: null, cut: null });
      expect(seen(trace)).toEqual(seen(runScenario(handshake, { lose })));
      const own = trace.entries.filter((entry) => entry.kind === 'step' && entry.by === 'learner');
      expect(own.length).toBeGreaterThan(1);
    }
  });

  it('shows where it parts from the reference, and goes on', async () => {
    const deaf = listen('act.drop("asleep");');
    const { trace, differs, cut } = await played([deaf], { hosts: ['B'] });
    expect(cut).toBeNull();
    expect(differs).toMatchObject({
      host: 'B',
      divergence: { t: 40, what: 'segments' },
      event: { type: 'SEGMENT-ARRIVES' },
    });
    expect(trace.entries[differs?.n ?? -1]).toMatchObject({ host: 'B', t: 40, after: 'LISTEN' });
    expect(trace.entries.filter((e) => e.kind === 'transit' && e.again).length).toBeGreaterThan(1);
  });

  it.each([
    ['threw', 'throw new Error("no");', 'Error: no'],
    ['did not return', 'for (;;);', ''],
    ['returned nonsense', 'act.become("OPEN");', expect.stringContaining('OPEN')],
  ])('that %s is shown up to there', async (why, body, message: unknown) => {
    const { trace, cut } = await played([listen(body)], {}, 300);
    expect(cut).toEqual({ why, host: 'B', t: 40, message, lab: null });
    expect(seen(trace)).toEqual(seen(runScenario(handshake)).slice(0, 2));
  });

  it('that hangs on a timer is shown up to the timer', async () => {
    const probe = plank(
      'keepalive',
      ['keepAliveTimeout'],
      'export const keepAliveTimeout = () => { for (;;); };',
    );
    const [a, b] = handshake.hosts;
    const config = { keepAlive: { idle: 250, interval: 1_000, probes: 1 } };
    const scenario: Scenario = { ...handshake, hosts: [a, { ...b, config }], until: 300 };
    const early = await played([probe], { hosts: ['B'], scenario }, 300);
    expect(early.cut).toBeNull();
    const longer = { ...scenario, until: 1_000 };
    const { cut, trace } = await played([probe], { hosts: ['B'], scenario: longer }, 300);
    expect(cut).toMatchObject({ why: 'did not return', host: 'B', t: 370 });
    expect(seen(trace)).toEqual(seen(early.trace));
  });

  it('that answers otherwise the second time is told so', async () => {
    const counts = plank(
      'listen',
      ['listen'],
      'let n = 0; export const listen = (tcb, seg, act) => act.send({ rst: true }, { seq: n++ });',
    );
    const { cut } = await played([counts], { hosts: ['B'], lose: [] });
    expect(cut).toMatchObject({ why: 'unsteady', host: 'B' });
  });

  it('that cannot be loaded says which plank it is', async () => {
    const broken = plank('listen', ['listen'], 'throw new Error("no"); export const listen = 1;');
    const { cut, trace } = await played([solved('syn-sent', ['synSent']), broken]);
    expect(cut).toEqual({
      why: 'did not load',
      host: null,
      t: 0,
      message: 'Error: no',
      lab: 'listen',
    });
    expect(trace.entries).toEqual([]);
  });
});
