import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import sandboxScript from 'virtual:sandbox-runtime';
import type { LabData } from '../data.ts';
import type { Editor } from '../editor/editor.ts';
import { openRunner, type Runner } from '../run/runner.ts';
import { isCaseLink } from './link/case-link.ts';

/** The editor and the runner, once they are there, and where the focus goes then. */
export function useBench(data: LabData, change: { current: (code: string) => void }) {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [runner, setRunner] = useState<Runner | null>(null);
  const left = useRef<HTMLElement>(null);
  // Who followed a link to a case has not asked for the editor.
  const linked = useRef(isCaseLink(location.hash));

  const open = useCallback(
    (opened: Editor) => {
      opened.onChange(() => change.current(opened.code()));
      setEditor(opened);
      // On a touch screen the caret would bring up the keyboard before anything was read.
      if (matchMedia('(pointer: coarse)').matches) left.current?.focus({ preventScroll: true });
      // The editor is hidden until the next drawing, and what is hidden takes no focus.
      else if (!linked.current) requestAnimationFrame(() => opened.focus());
      opened.warm();
      setRunner(openRunner(data.id, data.sandboxPage, sandboxScript));
    },
    [change, data],
  );

  useEffect(() => {
    if (!runner) return;
    runner.warm().catch((error: unknown) => console.error(error));
    return () => runner.dispose();
  }, [runner]);

  return { editor, runner, open, left };
}
