import { describe, expect, it } from 'vitest';
import { traceOf } from './fixtures.ts';
import { momentAt, timeOf } from './moment.ts';
import { readScore } from './score.ts';

const trace = traceOf('close');
const score = readScore(trace);

describe('a moment of a run', () => {
  it('has the states of all hosts, and the run', () => {
    expect(momentAt(trace, 40)).toEqual({
      t: 40,
      states: { A: 'SYN-SENT', B: 'SYN-RECEIVED' },
      trace,
    });
  });

  it('counts the event at the caret as happened, and the next one not', () => {
    expect(momentAt(trace, 39.9).states).toMatchObject({ B: 'LISTEN' });
    expect(momentAt(trace, score.end).states).toMatchObject({ A: 'CLOSED' });
  });
});

describe('a change that is sought', () => {
  const opens = { before: 'SYN-SENT', after: 'ESTABLISHED' } as const;

  it('is found after the caret, or else from the beginning', () => {
    expect(timeOf(score, opens, 0)).toBe(80);
    expect(timeOf(score, opens, 5000)).toBe(80);
  });

  it('is found on the host that is named, or not at all', () => {
    expect(timeOf(score, { ...opens, host: 'B' }, 0)).toBeNull();
    expect(timeOf(score, { before: 'CLOSING', after: 'TIME-WAIT' }, 0)).toBeNull();
  });
});
