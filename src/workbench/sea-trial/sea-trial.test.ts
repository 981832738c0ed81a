import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '#judge/compile/compile.ts';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import type { ShipPlank } from '#sandbox/sandbox.ts';
import { runScenario } from '#scenario/run.ts';
import { STATES } from '#tcp/state.ts';
import { landingOf } from './landing.ts';
import { VOYAGES } from './length.ts';
import { sail, type Sailed } from './sail.ts';
import { voyage } from './voyages.ts';

const all = Array.from({ length: VOYAGES }, (_, i) => voyage(i + 1));

describe('the voyages', () => {
  const traces = all.map(({ scenario }) => runScenario(scenario));

  it.each(all)('voyage $n: the reference opens, carries every octet, and closes', (one) => {
    const landing = landingOf(traces[one.n - 1] ?? runScenario(one.scenario), one);
    expect(landing).toMatchObject({ isOpen: true, isWhole: true, isClosed: true });
  });

  it('lead through every state that the learner’s end can be in', () => {
    for (const mine of ['A', 'B'] as const) {
      const seen = all
        .filter((one) => one.mine === mine)
        .flatMap(({ n }) => traces[n - 1]?.entries ?? [])
        .flatMap((entry) =>
          entry.kind === 'step' && entry.host === mine ? [entry.before, entry.after] : [],
        );
      const others = STATES.filter((state) => mine === 'B' || state !== 'LISTEN');
      expect(new Set(seen)).toEqual(new Set(others));
    }
  });

  it('lose segments of every kind', () => {
    const lost = traces
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => (entry.kind === 'transit' && entry.fate === 'lost' ? [entry.seg] : []));
    expect(lost.some(({ ctl }) => ctl.syn && !ctl.ack)).toBe(true);
    expect(lost.some(({ ctl }) => ctl.syn && ctl.ack)).toBe(true);
    expect(lost.some(({ ctl }) => ctl.fin)).toBe(true);
    expect(lost.some(({ data }) => data.length > 0)).toBe(true);
  });
});

const plank = (lab: string, exports: readonly string[], source: string): ShipPlank => ({
  ...{ lab, exports },
  js: compile(source).js,
});
const solved = (lab: string, exports: readonly string[]) =>
  plank(
    lab,
    exports,
    readFileSync(new URL(`../../../labs/${lab}/solution.ts`, import.meta.url), 'utf8'),
  );

async function trial(planks: readonly ShipPlank[], most = VOYAGES): Promise<readonly Sailed[]> {
  const sailed: Sailed[] = [];
  const heard = (one: Sailed) => sailed.push(one) < most;
  await sail({ planks, factory: nodeSandboxes, heard });
  return sailed;
}

describe('a sea trial', () => {
  it('is passed by right planks', async () => {
    const ring = solved('ring', ['lt', 'leq', 'between', 'segLen']);
    const sailed = await trial([ring, solved('listen', ['listen'])], 6);
    expect(sailed.map(({ n, isGood }) => [n, isGood])).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => [n, true]),
    );
  });

  it('says which voyages a wrong plank does not come home from', async () => {
    const deaf = plank('listen', ['listen'], 'export const listen = (t, s, act) => act.drop("");');
    const sailed = await trial([deaf], 4);
    // The learner's end calls on odd voyages, and LISTEN is not asked then.
    expect(sailed.map(({ isGood }) => isGood)).toEqual([true, false, true, false]);
    expect(sailed[1]?.landing).toMatchObject({ isOpen: false, isWhole: false });
  });

  it('ends where a plank cannot be loaded', async () => {
    const broken = plank('listen', ['listen'], 'throw new Error("no"); export const listen = 1;');
    const sailed = await trial([broken]);
    expect(sailed.map(({ n, isGood, played }) => [n, isGood, played.cut?.why])).toEqual([
      [1, false, 'did not load'],
    ]);
  });
});
