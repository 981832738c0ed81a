import { useCallback, useRef, useState } from 'preact/hooks';
import type { ScratchResult } from '#judge/scratch.ts';
import type { Editor, Fetching, Problem } from '../../editor/editor.ts';
import type { Runner } from '../../run/runner.ts';
import type { ShipOf } from '../../run/use-run.ts';

/** What came of the script. */
export type ScratchPhase =
  | { readonly kind: 'idle' | 'stopped' }
  /** `fetching`: the light editor waits for its type checker. */
  | { readonly kind: 'running'; readonly fetching?: Fetching }
  | { readonly kind: 'did not compile'; readonly problems: readonly Problem[] }
  | { readonly kind: 'done'; readonly result: ScratchResult; readonly pkt: string }
  | { readonly kind: 'broken'; readonly message: string };

/** A mark for measuring, and for waiting: a script was played, or could not be. */
export const PLAYED = 'bench:played';

/** Plays a script on what stands in the editor and on the reference, one run at a time. */
export function useScratch(editor: Editor | null, runner: Runner | null, ship?: ShipOf) {
  const [phase, setPhase] = useState<ScratchPhase>({ kind: 'idle' });
  const busy = useRef(false);
  const halted = useRef(false);
  const run = useCallback(
    async (pkt: string) => {
      if (!editor || !runner || busy.current) return;
      busy.current = true;
      halted.current = false;
      setPhase({ kind: 'running' });
      const asked = { pkt, ship, isHalted: () => halted.current };
      setPhase(await outcome(editor, runner, asked, setPhase));
      busy.current = false;
      performance.mark(PLAYED);
    },
    [editor, runner, ship],
  );
  const stop = useCallback(() => {
    halted.current = true;
    if (phase.kind === 'running') phase.fetching?.cancel();
    runner?.stop();
  }, [phase, runner]);
  return { phase, run, stop };
}

interface Asked {
  readonly pkt: string;
  readonly ship: ShipOf | undefined;
  /** Was the run stopped meanwhile? */
  readonly isHalted: () => boolean;
}

async function outcome(
  editor: Editor,
  runner: Runner,
  { pkt, ship, isHalted }: Asked,
  show: (phase: ScratchPhase) => void,
): Promise<ScratchPhase> {
  try {
    const compiled = await editor.compile((fetching) => show({ kind: 'running', fetching }));
    if (compiled.kind === 'problems') {
      return { kind: 'did not compile', problems: compiled.problems };
    }
    if (compiled.kind === 'cancelled') return { kind: 'stopped' };
    show({ kind: 'running' });
    const others = await ship?.();
    if (isHalted()) return { kind: 'stopped' };
    const result = await runner.tryScript({ js: compiled.js, pkt, ship: others });
    return result ? { kind: 'done', result, pkt } : { kind: 'stopped' };
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
}
