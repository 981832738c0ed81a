import type { CaseReport } from '#judge/report.ts';
import type { Diff, State, TcpEvent } from '#tcp';
import type { StepEntry, Trace } from '#trace/trace.ts';

/** For tests: a case that was judged, with as much of it as matters. */
export function caseReport(part: Partial<CaseReport> & { readonly id: string }): CaseReport {
  return {
    ...{ group: 'visible', verdict: 'passed', pkt: '', rfc: '', isn: 0, calls: null },
    ...{ divergence: null, event: null, message: '', stack: '', drawn: 0, cause: '' },
    ...{ mutant: null, remembers: false, console: { lines: [], left: 0 } },
    theirs: traceOf(),
    reference: traceOf(),
    ...part,
  };
}

/** For tests: a trace of these entries, numbered as they come. */
export function traceOf(...entries: readonly Omit<StepEntry, 'n'>[]): Trace {
  return { version: 1, hosts: [], entries: entries.map((entry, n) => ({ ...entry, n })), end: 0 };
}

/** For tests: the host B takes an event. */
export function step(
  t: number,
  event: TcpEvent,
  [before, after]: readonly [State, State] = ['CLOSED', 'CLOSED'],
  diff: Diff = {},
): Omit<StepEntry, 'n'> {
  const fixed = { kind: 'step', host: 'B', conn: '1', by: 'reference', effects: [] } as const;
  return { ...fixed, t, before, after, event, diff };
}
