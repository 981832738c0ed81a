import type { CallsRun, Outcome } from '#sandbox/sandbox.ts';
import type { Trace } from '#trace/trace.ts';
import { differingCalls, expectedValues } from './calls.ts';
import type { Failure } from './print.ts';
import type { CallTable } from './report.ts';

/** Where there is no run to be shown: a function has none. */
export const NO_TRACE: Trace = { version: 1, hosts: [], entries: [], end: 0 };

/** What came of a run of calls, held against the reference: `null` if every answer is right. */
export function callsFailure(run: CallsRun, index: number, outcome: Outcome): Failure | null {
  const failure = { run: index, outcome, divergence: null };
  if (outcome.kind !== 'done') return failure;
  const wrong = differingCalls(valuesOf(outcome), expectedValues(run));
  return wrong.length === 0 ? null : { ...failure, wrong };
}

/** A run of calls as a report shows it. `at`: the call that never came back or threw, if one did. */
export function shownCalls(run: CallsRun, outcome: Outcome, at: number | null) {
  const values = valuesOf(outcome);
  const expected = expectedValues(run);
  const wrong = new Set(differingCalls(values, expected));
  const rows = run.args.map((args, i): CallTable['rows'][number] => ({
    args,
    expected: expected[i] ?? null,
    yours: i < values.length ? { value: values[i] ?? null } : null,
    differs: wrong.has(i) && i < values.length,
  }));
  const first = rows.findIndex(({ differs }) => differs);
  const failed = at !== null && at < rows.length ? at : first;
  const table: CallTable = { call: run.call, rows, at: failed === -1 ? null : failed };
  return {
    pkt: '',
    isn: 0,
    theirs: NO_TRACE,
    reference: NO_TRACE,
    divergence: null,
    calls: table,
  };
}

function valuesOf({ record }: Outcome) {
  return 'values' in record ? record.values : [];
}
