import { describe, expect, it } from 'vitest';
import type { Geometry } from '#figures/ladder/geometry.ts';
import type { CaseReport } from '#judge/report.ts';
import { ctl, NO_DATA, type Segment } from '#tcp';
import { differingLabels, differingState } from './differing.ts';

const end = { address: '10.0.0.1', port: 80 };
const segment = (ack: number): Segment => ({
  ...{ src: end, dst: end, seq: 300, ack, ctl: ctl({ syn: true, ack: true }) },
  ...{ wnd: 1000, up: 0, data: NO_DATA, options: {} },
});
const trace = (...acks: number[]) => ({
  entries: acks.map((ack, id) => ({ kind: 'transit', from: 'B', t: 100, id, seg: segment(ack) })),
});
const report = (mine: number[], model: number[], after = 'SYN-RECEIVED') =>
  ({
    divergence: {
      ...{ t: 100, theirsAt: 3, referenceAt: 4 },
      ...{ expected: { after: 'SYN-RECEIVED' }, actual: { after } },
    },
    theirs: trace(...mine),
    reference: trace(...model),
  }) as unknown as CaseReport;
const geometry = {
  flights: [
    { flight: { id: 0 }, boxes: ['flags', 'numbers'] },
    { flight: { id: 1 }, boxes: ['second'] },
  ],
} as unknown as Geometry;

describe('differingLabels', () => {
  it('frames the numbers where they alone differ, on both sides', () => {
    expect(differingLabels(report([100], [101]), 'theirs', geometry)).toEqual(['numbers']);
    expect(differingLabels(report([100], [101]), 'reference', geometry)).toEqual(['numbers']);
  });

  it('frames a segment that only one side sent', () => {
    expect(differingLabels(report([101], [101, 102]), 'reference', geometry)).toEqual(['second']);
    expect(differingLabels(report([101], [101, 102]), 'theirs', geometry)).toEqual([]);
  });
});

describe('differingState', () => {
  it('frames states only if they differ', () => {
    expect(differingState(report([], [], 'LISTEN'), 'theirs')).toEqual([{ host: 'B', n: 3 }]);
    expect(differingState(report([], [], 'LISTEN'), 'reference')).toEqual([{ host: 'B', n: 4 }]);
    expect(differingState(report([], []), 'theirs')).toEqual([]);
  });
});
