import { describe, expect, it } from 'vitest';
import { traceOf, type Play } from './fixtures.ts';
import { numbersIn } from './numbers.ts';
import { readScore } from './score.ts';

/** The numbers of all segments of a play, as they are written. */
function written(play: Play, numbering: 'absolute' | 'relative'): readonly string[] {
  const trace = traceOf(play);
  const numbers = numbersIn(trace, numbering);
  return readScore(trace).flights.map(({ name, seg, t1 }) => {
    const { seq, ack } = numbers(seg, t1);
    return `${name} ${seq}${seg.ctl.ack ? ` ${ack}` : ''}`;
  });
}

describe('numbersIn', () => {
  it('writes numbers as they are', () => {
    expect(written('large numbers', 'absolute')).toEqual([
      'A1 2895331004',
      'B1 4294967295 2895331005',
      'A2 2895331005 0',
    ]);
  });

  it('counts from the first number of each side, over the end of the ring', () => {
    expect(written('large numbers', 'relative')).toEqual(['A1 0', 'B1 0 1', 'A2 1 1']);
  });

  it('counts on either side of a NAT alike', () => {
    expect(written('behind a NAT', 'relative')).toEqual([
      ...['A1 0', 'B1 0 1', 'C1 0', 'A2 1 1', 'B2 0 1', 'C2 1 1'],
    ]);
  });

  it('does not begin with what an earlier connection left behind', () => {
    expect(written('old duplicate SYN', 'relative')).toContain('old1 -10');
  });
});
