import { describe, expect, it } from 'vitest';
import { traceOf } from './fixtures.ts';
import { readScore } from './score.ts';
import { momentsOf, spaceOut } from './spacing.ts';

const trace = traceOf('much at once');
const score = readScore(trace);
const space = () =>
  spaceOut(score, {
    ...{ k: 0.6, place: (node: string) => (node === 'A' ? 0 : 1), moments: momentsOf(trace) },
    apart: { few: 19, many: 15 },
  });

describe('spaceOut', () => {
  it('moves nothing up', () => {
    const { stops, entries, holds } = space();
    for (const downs of stops.values())
      for (const down of downs) expect(down).toBeGreaterThanOrEqual(0);
    for (const down of entries.values()) expect(down).toBeGreaterThanOrEqual(0);
    for (const { height } of holds) expect(height).toBeGreaterThan(0);
  });

  it('keeps the order of what happens to a host at one time', () => {
    const { entries } = space();
    const moments = momentsOf(trace);
    moments.slice(1).forEach((moment, i) => {
      const before = moments[i];
      if (before?.t !== moment.t || before.host !== moment.host) return;
      expect(entries.get(moment.n)).toBeGreaterThanOrEqual(entries.get(before.n) ?? 0);
    });
  });

  it('is the same for the same trace', () => {
    expect(space()).toEqual(space());
  });
});
