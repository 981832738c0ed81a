import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Drafts } from '#storage/draft.ts';
import type { Work } from '#storage/work.ts';
import type { Editor } from '../editor/editor.ts';
import { openKeeper, type Keeper } from '../work/keeper.ts';

export type { DraftState } from '../work/keeper.ts';

/** Wait for a pause in the typing before writing, ms. */
const PAUSE = 400;

/**
 * Keeps a draft: soon after each change, and at once when the page goes away. What other tabs do to
 * it comes into the editor or, if both have a text, waits for the reader: `WorkNotices` asks.
 */
export function useDraft(work: Work, drafts: Drafts, starter: string, editor: Editor | null) {
  const target = useRef(editor);
  target.current = editor;
  const keeper: Keeper = useMemo(
    () => openKeeper({ work, drafts, starter, replace: (code) => target.current?.replace(code) }),
    [work, drafts, starter],
  );
  const [, redraw] = useState(0);
  useEffect(() => keeper.subscribe(() => redraw((n) => n + 1)), [keeper]);

  // Another tab may have been faster than the editor.
  useEffect(() => {
    if (editor && editor.code() !== keeper.text()) editor.replace(keeper.text());
  }, [editor, keeper]);

  const timer = useRef<ReturnType<typeof setTimeout>>();
  const change = useCallback(
    (code: string) => {
      keeper.change(code);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => keeper.flush(), PAUSE);
    },
    [keeper],
  );

  useEffect(() => {
    const leave = () => keeper.leave();
    const turn = () => (document.visibilityState === 'hidden' ? keeper.leave() : keeper.look());
    const back = () => keeper.look();
    const stop = work.store.watch(drafts.name, back);
    addEventListener('pagehide', leave);
    addEventListener('pageshow', back);
    document.addEventListener('visibilitychange', turn);
    return () => {
      leave();
      stop();
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', back);
      document.removeEventListener('visibilitychange', turn);
    };
  }, [keeper, work, drafts]);

  return { keeper, state: keeper.state(), change };
}
