import { expect, it } from 'vitest';
import type { Diff, TcpEvent } from '#tcp';
import { step, traceOf } from './fixtures.ts';
import { tcbRows } from './tcb-rows.ts';

const EVENT: TcpEvent = { type: 'STATUS' };

/** The rows at the last of some steps; each side as the diffs of its steps. */
function rows(mine: readonly Diff[], model: readonly Diff[]) {
  const run = (diffs: readonly Diff[]) =>
    traceOf(...diffs.map((diff, i) => step(i, EVENT, ['LISTEN', 'LISTEN'], diff)));
  const runs = { theirs: run(mine), reference: run(model) };
  const last = (trace: typeof runs.theirs) => {
    const entry = trace.entries.at(-1);
    return entry?.kind === 'step' ? entry : null;
  };
  const [theirs, reference] = [last(runs.theirs), last(runs.reference)];
  return tcbRows({ t: 0, event: EVENT, theirs, reference, parts: true }, runs);
}

it('shows what either side changed, differences first', () => {
  const mine = { iss: [0, 300], 'rcv.nxt': [0, 100] } as const;
  const model = { iss: [0, 300], 'rcv.nxt': [0, 101], openedBy: [null, 'passive'] } as const;
  expect(rows([mine], [model])).toMatchObject([
    { field: { path: 'rcv.nxt' }, before: 0, yours: 100, reference: 101, differs: true },
    { field: { path: 'openedBy' }, before: null, yours: null, reference: 'passive', differs: true },
    { field: { path: 'iss' }, before: 0, yours: 300, reference: 300, differs: false },
  ]);
});

it('knows what an earlier event left, even if nobody could see it then', () => {
  expect(rows([{ iss: [0, 7] }, {}], [{}, { iss: [0, 9] }])).toMatchObject([
    { field: { path: 'iss' }, yours: 7, reference: 9, differs: true },
  ]);
});

it('leaves out the engine’s own bookkeeping', () => {
  expect(rows([{}], [{ rtx: [[], [{}]] }])).toEqual([]);
});

it('calls nothing different where one side took no such event', () => {
  expect(rows([], [{ iss: [0, 1] }])).toMatchObject([
    { field: { path: 'iss' }, before: 0, yours: undefined, reference: 1, differs: false },
  ]);
});
