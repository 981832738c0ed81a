import { useEffect, useRef } from 'preact/hooks';
import type { Drafts } from '#storage/draft.ts';
import { useTexts } from './texts.ts';
import type { Tell } from './use-notices.ts';

interface Options {
  readonly drafts: Drafts;
  /** What the editor opens with. */
  readonly first: string;
  readonly starter: string;
  readonly tell: Tell;
  /** Puts the starter in the place of the draft, which is kept. */
  readonly afresh: () => void;
}

/** Says once that the draft of an earlier visit is back, and offers to begin without it. */
export function useRestored({ drafts, first, starter, tell, afresh }: Options): void {
  const { t, lang } = useTexts();
  const at = useRef(first === starter ? null : (drafts.read()?.at ?? null));
  // The notice stands there before the editor does.
  const latest = useRef(afresh);
  latest.current = afresh;
  useEffect(() => {
    if (at.current === null) return;
    const style = { dateStyle: 'long', timeStyle: 'short', hour12: false } as const;
    const time = new Date(at.current).toLocaleString(lang, style);
    at.current = null;
    tell({
      kind: 'code',
      text: t('workbench.draft.restored', { time }),
      actions: [{ label: t('workbench.draft.afresh'), on: () => latest.current() }],
    });
  }, [lang, t, tell]);
}
