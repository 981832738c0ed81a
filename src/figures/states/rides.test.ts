import { describe, expect, it } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import type { StepEntry } from '#trace/trace.ts';
import { EDGES } from './edges.ts';
import { pathTaken } from './path.ts';
import { rideAlong } from './rides.ts';

describe('the ladder of every edge', () => {
  it.each(EDGES.map((edge) => [edge.id, edge] as const))('takes %s', (id, edge) => {
    const trace = runScenario(rideAlong(id));
    const taken = pathTaken(trace).filter((one) => one.edge === id);
    expect(
      taken.length,
      pathTaken(trace)
        .map((one) => `${one.host} ${one.edge}`)
        .join('\n'),
    ).not.toBe(0);
    // What led along it is what the table says, and follows the rule that the table shows.
    const n = taken[0]?.n;
    const step = trace.entries.find(
      (each): each is StepEntry => each.kind === 'step' && each.n === n,
    );
    const rules = step?.effects.flatMap(({ type, rule }) => (type === 'state' ? [rule] : [])) ?? [];
    expect(
      edge.rules.some((rule) => rules.includes(rule)),
      rules.join(', '),
    ).toBe(true);
  });

  it('is short enough to be read', () => {
    for (const { id } of EDGES) {
      const { entries } = runScenario(rideAlong(id));
      expect(entries.filter(({ kind }) => kind === 'transit').length, id).toBeLessThan(13);
    }
  });

  it('is not there for what is no edge', () => {
    expect(() => rideAlong('LISTEN TIME-WAIT')).toThrow('There is no edge');
  });
});
