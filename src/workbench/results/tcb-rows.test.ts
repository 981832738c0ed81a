import { expect, it } from 'vitest';
import type { CaseReport } from '#judge/report.ts';
import type { Diff } from '#tcp';
import { tcbRows } from './tcb-rows.ts';

function report(mine: Diff, model: Diff): CaseReport {
  const trace = (diff: Diff) => ({ entries: [{ kind: 'transit' }, { kind: 'step', diff }] });
  return {
    divergence: { theirsAt: 1, referenceAt: 1 },
    theirs: trace(mine),
    reference: trace(model),
  } as unknown as CaseReport;
}

it('shows what either side changed, differences first', () => {
  const rows = tcbRows(
    report(
      { iss: [0, 300], 'rcv.nxt': [0, 100] },
      { iss: [0, 300], 'rcv.nxt': [0, 101], openedBy: [null, 'passive'] },
    ),
  );
  expect(rows).toEqual([
    { field: 'rcv.nxt', before: 0, yours: 100, reference: 101, differs: true },
    { field: 'openedBy', before: null, yours: null, reference: 'passive', differs: true },
    { field: 'iss', before: 0, yours: 300, reference: 300, differs: false },
  ]);
});

it('leaves out the engine’s own bookkeeping', () => {
  expect(tcbRows(report({}, { rtx: [[], [{}]] }))).toEqual([]);
});

it('is empty when one side has no such event', () => {
  const one = report({}, { iss: [0, 1] });
  expect(tcbRows({ ...one, divergence: { ...one.divergence!, theirsAt: null } })).toEqual([]);
});
