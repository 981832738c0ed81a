import { useEffect } from 'preact/hooks';
import type { Work } from '#storage/work.ts';
import { tally } from '../results/tally.ts';
import type { Phase } from '../run/phase.ts';

interface Options {
  readonly work: Work;
  readonly lab: string;
  /** The lab's starter, whole. */
  readonly starter: string;
  readonly phase: Phase;
}

/**
 * Writes each run into the lab's history: the text that was judged, and what the judge said. A run of
 * one case has no verdict on the suite and is kept as a text only.
 */
export function useRecord({ work, lab, starter, phase }: Options): void {
  useEffect(() => {
    if (phase.kind !== 'judged' && phase.kind !== 'did not compile') return;
    work.recordRun(lab, { code: phase.code, at: new Date(), starter, ...outcome(phase) });
  }, [phase, work, lab, starter]);
}

function outcome(phase: Extract<Phase, { kind: 'judged' | 'did not compile' }>) {
  if (phase.kind === 'did not compile') return { verdict: phase.kind, passed: 0, total: 0 };
  const { report } = phase;
  if (report.only !== null) return { verdict: null, passed: 0, total: 0 };
  return { verdict: report.verdict, ...tally(report) };
}
