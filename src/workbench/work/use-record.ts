import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Work } from '#storage/work.ts';
import type { Editor } from '../editor/editor.ts';
import { tally } from '../results/tally.ts';
import type { Phase } from '../run/phase.ts';

interface Options {
  readonly work: Work;
  readonly lab: string;
  /** The lab's starter, whole. */
  readonly starter: string;
  readonly editor: Editor | null;
  readonly phase: Phase;
}

/**
 * Writes each run into the lab's history: the text as it was when Run was pressed, and what the
 * judge said. A run of one case has no verdict on the suite and is kept as a text only.
 */
export function useRecord({ work, lab, starter, editor, phase }: Options): void {
  const code = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (phase.kind === 'compiling') code.current = editor?.code() ?? null;
  }, [phase.kind, editor]);

  useEffect(() => {
    const ran = code.current;
    if (ran === null || (phase.kind !== 'judged' && phase.kind !== 'did not compile')) return;
    code.current = null;
    work.recordRun(lab, { code: ran, at: new Date(), starter, ...outcome(phase) });
  }, [phase, work, lab, starter]);
}

function outcome(phase: Extract<Phase, { kind: 'judged' | 'did not compile' }>) {
  if (phase.kind === 'did not compile') return { verdict: phase.kind, passed: 0, total: 0 };
  const { report } = phase;
  if (report.only !== null) return { verdict: null, passed: 0, total: 0 };
  return { verdict: report.verdict, ...tally(report) };
}
