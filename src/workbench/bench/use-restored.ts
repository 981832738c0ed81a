import { useEffect, useRef } from 'preact/hooks';
import type { Drafts } from '#storage/draft.ts';
import { useTexts } from './texts.ts';
import type { Tell } from './use-notices.ts';

/** Says once that the draft of an earlier visit is back. `first`: what the editor opens with. */
export function useRestored(drafts: Drafts, first: string, starter: string, tell: Tell): void {
  const { t, lang } = useTexts();
  const at = useRef(first === starter ? null : (drafts.read()?.at ?? null));
  useEffect(() => {
    if (at.current === null) return;
    const style = { dateStyle: 'long', timeStyle: 'short', hour12: false } as const;
    const time = new Date(at.current).toLocaleString(lang, style);
    at.current = null;
    tell({ kind: 'code', text: t('workbench.draft.restored', { time }) });
  }, [lang, t, tell]);
}
