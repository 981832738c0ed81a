import { useCallback, useEffect, useState } from 'preact/hooks';
import { copyText } from '#figures/save/copy.ts';
import type { CaseReport } from '#judge/report.ts';
import type { LabData } from '../data.ts';
import { isCaseLink, linkToCase, linkToScript, readCaseLink } from './link/case-link.ts';
import type { LinkedCase } from './link/case-link.ts';
import { useTexts } from './texts.ts';
import type { Tell } from './use-notices.ts';

/**
 * Reads the case that the address points at, now and when the address changes, and takes it out of
 * the address: a reload shall not do it twice. Nothing is run.
 */
export function useLinked(data: LabData, onLinked: (linked: LinkedCase) => void): void {
  useEffect(() => {
    if (data.mode !== 'page') return;
    const read = () => {
      const { hash, pathname, search } = location;
      if (!isCaseLink(hash)) return;
      history.replaceState(history.state, '', pathname + search);
      const ids = data.cases.map(({ id }) => id);
      void readCaseLink(hash, ids).then(onLinked);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [data, onLinked]);
}

/** Copies links to cases and to scripts, and says what came of it. */
export function useCopyLink(data: LabData, tell: Tell) {
  const { t } = useTexts();
  const copy = useCallback(
    async (fragment: string | null) => {
      if (fragment === null) return tell({ kind: 'link', text: t('workbench.link.no-room') });
      const address = new URL(data.href + fragment, location.href).href;
      const done = await copyText(address);
      const text = done ? t('workbench.link.copied') : t('workbench.link.by-hand', { address });
      tell({ kind: 'link', text });
    },
    [data, tell, t],
  );
  return {
    ofScript: useCallback((pkt: string) => void linkToScript(pkt).then(copy), [copy]),
    ofCase: useCallback(
      ({ id, group, pkt }: CaseReport) => {
        // What was drawn has no file in the suite: the link holds it.
        if (group === 'random') void linkToScript(pkt).then(copy);
        else void copy(linkToCase(id));
      },
      [copy],
    ),
  };
}

/** The case of the suite that a link pointed at, marked wherever it is listed. */
export function useMark(root: { readonly current: HTMLElement | null }, redrawn: unknown) {
  const [marked, mark] = useState<string | null>(null);
  useEffect(() => {
    for (const row of root.current?.querySelectorAll<HTMLElement>('[data-case]') ?? []) {
      row.toggleAttribute('data-linked', row.dataset.case === marked);
    }
  }, [root, marked, redrawn]);
  return mark;
}
