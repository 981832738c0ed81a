import { describe, expect, it } from 'vitest';
import type { CaseReport } from '#judge/report.ts';
import type { TcpEvent } from '#tcp';
import { caseReport, step, traceOf } from './fixtures.ts';
import { momentsOf } from './moments.ts';
import { MOST_STEPS, viewOf } from './view.ts';

const CALL: TcpEvent = { type: 'CLOSE' };
const timeout = (timer: 'RETRANSMISSION' | 'DELAYED-ACK'): TcpEvent => ({ type: 'TIMEOUT', timer });
const shape = (report: CaseReport) =>
  momentsOf(report).map(({ t, theirs, reference, parts }) => ({
    t,
    sides: `${theirs ? 'mine' : ''}${reference ? 'model' : ''}`,
    parts,
  }));

describe('the events of a case', () => {
  it('are shared where both took them, and marked where they part', () => {
    const run = traceOf(step(0, CALL), step(100, timeout('RETRANSMISSION')));
    const divergence = { t: 100, theirsAt: 1, referenceAt: 1 } as CaseReport['divergence'];
    expect(shape(caseReport({ id: 'a', divergence, theirs: run, reference: run }))).toEqual([
      { t: 0, sides: 'minemodel', parts: false },
      { t: 100, sides: 'minemodel', parts: true },
    ]);
  });

  it('stand alone where only one side knew them', () => {
    const theirs = traceOf(step(0, CALL), step(50, timeout('DELAYED-ACK')));
    const reference = traceOf(step(0, CALL), step(50, timeout('RETRANSMISSION')));
    const divergence = { t: 50, theirsAt: null, referenceAt: 1 } as CaseReport['divergence'];
    expect(shape(caseReport({ id: 'a', divergence, theirs, reference }))).toEqual([
      { t: 0, sides: 'minemodel', parts: false },
      { t: 50, sides: 'mine', parts: false },
      { t: 50, sides: 'model', parts: true },
    ]);
  });

  it('end with the one that the plank did not survive', () => {
    const event = { t: 100, event: CALL };
    const first = step(0, timeout('RETRANSMISSION'));
    const known = { id: 'a', verdict: 'threw', event, theirs: traceOf(first) } as const;
    expect(shape(caseReport({ ...known, reference: traceOf(first, step(100, CALL)) }))).toEqual([
      { t: 0, sides: 'minemodel', parts: false },
      { t: 100, sides: 'model', parts: true },
    ]);
    expect(shape(caseReport({ ...known, reference: traceOf(first) }))).toEqual([
      { t: 0, sides: 'minemodel', parts: false },
      { t: 100, sides: '', parts: true },
    ]);
  });
});

describe('a run of thousands of events', () => {
  const long = traceOf(...Array.from({ length: 5_000 }, (_, i) => step(i * 10, CALL)));

  it('is shown from near its end, with how much was left out', () => {
    const view = viewOf(caseReport({ id: 'a', theirs: long, reference: long }));
    expect(view.left).toBe(5_000 - MOST_STEPS);
    expect(view.theirs.entries).toHaveLength(MOST_STEPS);
    expect(view.theirs.entries.at(-1)).toBe(long.entries.at(-1));
  });

  it('even if all of it happens at once', () => {
    const dense = traceOf(...Array.from({ length: 5_000 }, () => step(7, CALL)));
    const view = viewOf(caseReport({ id: 'a', theirs: dense, reference: dense }));
    expect([view.left, view.theirs.entries.length]).toEqual([5_000 - MOST_STEPS, MOST_STEPS]);
  });
});
