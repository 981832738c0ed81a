import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Drafts } from '#storage/draft.ts';
import type { Saved } from '#storage/store.ts';

/** Wait for a pause in the typing before writing, ms. */
const PAUSE = 400;

/** What the reader is told about the draft. */
export interface DraftState {
  /** How the last attempt to keep it ended; `null` before there was one. */
  readonly saved: Saved | null;
  readonly at: Date | null;
}

/** Keeps a draft: soon after each change, and at once when the page goes away. */
export function useDraft(drafts: Drafts, starter: string) {
  const [state, setState] = useState<DraftState>({ saved: null, at: null });
  const pending = useRef<string | null>(null);

  const flush = useCallback(() => {
    const code = pending.current;
    if (code === null) return;
    pending.current = null;
    if (code === starter) {
      drafts.remove();
      setState({ saved: null, at: null });
    } else {
      const at = new Date();
      setState({ saved: drafts.write(code, at), at });
    }
  }, [drafts, starter]);

  const timer = useRef<ReturnType<typeof setTimeout>>();
  const change = useCallback(
    (code: string) => {
      pending.current = code;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE);
    },
    [flush],
  );

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

  return { state, change };
}
