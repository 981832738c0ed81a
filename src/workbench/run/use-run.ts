import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ShipPlank } from '#sandbox/sandbox.ts';
import type { Editor, Fetching } from '../editor/editor.ts';
import { COMPILED, PRESSED, VERDICT } from './marks.ts';
import { isBusy, type Phase } from './phase.ts';
import type { Runner } from './runner.ts';

/** The learner's other planks that are to stand in the engine, compiled; `undefined`: the reference's. */
export type ShipOf = () => Promise<readonly ShipPlank[] | undefined>;

/**
 * Runs what stands in the editor, one run at a time: the whole suite, or one case by its id. `ship`
 * is asked at each run.
 */
export function useRun(editor: Editor | null, runner: Runner | null, ship?: ShipOf) {
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' });
  const busy = useRef(false);
  busy.current = isBusy(phase);
  const halted = useRef(false);

  const run = useCallback(
    async (only?: string) => {
      if (!editor || !runner || busy.current) return;
      busy.current = true;
      halted.current = false;
      performance.mark(PRESSED);
      setPhase({ kind: 'compiling' });
      let over = false;
      // Progress comes by another channel and may arrive after the verdict.
      const show = (next: Phase) => {
        if (!over) setPhase(next);
      };
      const asked = { only, ship, isHalted: () => halted.current };
      const last = await outcome(editor, runner, asked, show);
      over = true;
      setPhase(last);
    },
    [editor, runner, ship],
  );

  useEffect(() => {
    if (phase.kind !== 'judged' && phase.kind !== 'did not compile') return;
    performance.mark(VERDICT);
    performance.measure('bench:run', PRESSED, VERDICT);
  }, [phase]);

  const stop = useCallback(() => {
    // The runner knows nothing of a program that is still being compiled.
    halted.current = true;
    if (phase.kind === 'compiling') phase.fetching?.cancel();
    runner?.stop();
  }, [phase, runner]);

  return { phase, run, stop };
}

interface Asked {
  readonly only: string | undefined;
  readonly ship: ShipOf | undefined;
  /** Was the run stopped meanwhile? */
  readonly isHalted: () => boolean;
}

async function outcome(
  editor: Editor,
  runner: Runner,
  { only, ship, isHalted }: Asked,
  show: (phase: Phase) => void,
): Promise<Phase> {
  try {
    const { code, compiled } = await compile(editor, (fetching) =>
      show({ kind: 'compiling', fetching }),
    );
    if (compiled.kind === 'problems') {
      return { kind: 'did not compile', code, problems: compiled.problems };
    }
    if (compiled.kind === 'cancelled') return { kind: 'stopped' };
    performance.mark(COMPILED);
    show({ kind: 'running', progress: null });
    const request = { js: compiled.js, only, ship: await ship?.() };
    if (isHalted()) return { kind: 'stopped' };
    const report = await runner.run(request, (progress) => show({ kind: 'running', progress }));
    if (report === null) return { kind: 'stopped' };
    return { kind: 'judged', code, report, checked: compiled.checked };
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * What stands in the editor, compiled. Who goes on typing while that takes place is judged by what
 * stands there in the end: the history must hold the text that the verdict is about.
 */
async function compile(editor: Editor, onFetching: (fetching: Fetching) => void) {
  for (;;) {
    const code = editor.code();
    const compiled = await editor.compile(onFetching);
    if (compiled.kind === 'cancelled' || editor.code() === code) return { code, compiled };
  }
}
