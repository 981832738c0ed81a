import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Saved, Store } from '#storage/store.ts';
import { example } from './examples.ts';
import { openScratchDraft } from './scratch-draft.ts';

/** Wait for a pause in the typing before writing, ms. */
const PAUSE = 400;

/**
 * The script that the learner writes, kept like a draft. Before there is one it is made from the case
 * `first`, once it is `wanted`; until that has arrived it is `null`.
 */
export function useScript(store: Store, lab: string, first: string, wanted: boolean) {
  const draft = useMemo(() => openScratchDraft(store, lab), [store, lab]);
  const [text, setText] = useState(draft.text);
  const [saved, setSaved] = useState<Saved>('saved');
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (pending.current === null) return;
    setSaved(draft.write(pending.current, new Date()));
    pending.current = null;
  }, [draft]);

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      flush();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [flush]);

  useEffect(() => {
    if (!wanted || text !== null) return;
    const show = (example: string) => setText((now) => now ?? example);
    example(lab, first).then(show, () => show(''));
  }, [wanted, text, lab, first]);

  return {
    text,
    saved,
    earlier: draft.earlier,
    /** The learner typed. */
    change: useCallback(
      (next: string) => {
        setText(next);
        pending.current = next;
        clearTimeout(timer.current);
        timer.current = setTimeout(flush, PAUSE);
      },
      [flush],
    ),
    /** Another script takes the place of theirs, which can be found among the earlier ones. */
    put: useCallback(
      (next: string) => {
        flush();
        setSaved(draft.put(next, new Date()));
        setText(next);
      },
      [draft, flush],
    ),
  };
}
