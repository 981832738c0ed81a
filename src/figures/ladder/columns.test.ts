import { describe, expect, it } from 'vitest';
import { gapsOf, orderNodes } from './columns.ts';
import { traceOf, type Play } from './fixtures.ts';
import { readScore } from './score.ts';

const orderOf = (play: Play) => {
  const trace = traceOf(play);
  return orderNodes(trace, readScore(trace)).map(({ name, kind }) => `${name} ${kind}`);
};

describe('orderNodes', () => {
  it('stands two hosts left and right', () => {
    expect(orderOf('handshake')).toEqual(['A host', 'B host']);
  });

  it('stands routers between the hosts, in the order of the way', () => {
    expect(orderOf('over routers')).toEqual(['A host', 'R1 router', 'R2 router', 'B host']);
  });

  it('knows a NAT by what it rewrites', () => {
    expect(orderOf('behind a NAT')).toContain('N nat');
  });

  it('stands those beside one another that talk', () => {
    expect(orderOf('three hosts')).toEqual(['A host', 'B host', 'C host']);
  });

  it('keeps the first host left, whoever else there is', () => {
    expect(orderOf('four hosts')[0]).toBe('A host');
    expect(orderOf('four hosts')).toHaveLength(5);
  });
});

describe('gapsOf', () => {
  const gapsIn = (play: Play) => {
    const trace = traceOf(play);
    const score = readScore(trace);
    return gapsOf(orderNodes(trace, score), score).map((gap) => Math.round(gap * 100));
  };

  it('draws a link longer that takes longer, within limits', () => {
    expect(gapsIn('handshake')).toEqual([100]);
    expect(gapsIn('over routers')).toEqual([20, 60, 20]);
  });
});
