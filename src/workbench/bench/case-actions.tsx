import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { CaseReport } from '#judge/report.ts';
import { useTexts } from './texts.ts';

/** What can be done with a case, wherever it is shown. */
export interface CaseDeeds {
  /** Runs this case alone; `null` while something runs. */
  readonly onRun: ((id: string) => void) | null;
  /** Puts a link to the case on the clipboard. `false`: the browser would not. */
  readonly onCopyLink: (report: CaseReport) => Promise<boolean>;
  /** Lets the reader change the case’s script and play it. */
  readonly onOpenScript: (pkt: string) => void;
}

export const CaseDeedsContext = createContext<CaseDeeds | null>(null);

/** Under a case that failed: run it alone, take its script as one’s own, copy a link to it. */
export function CaseActions({ report }: { readonly report: CaseReport }) {
  const { t } = useTexts();
  const deeds = useContext(CaseDeedsContext);
  const [copied, setCopied] = useState<boolean | null>(null);
  if (!deeds) return null;
  return (
    <div class="wb-deeds d">
      <button
        type="button"
        class="b s"
        aria-disabled={deeds.onRun === null}
        onClick={() => deeds.onRun?.(report.id)}
      >
        {t('workbench.case.run')}
      </button>
      {report.pkt !== '' && (
        <button type="button" class="b s" onClick={() => deeds.onOpenScript(report.pkt)}>
          {t('workbench.case.script')}
        </button>
      )}
      <button
        type="button"
        class="b s"
        onClick={() => void deeds.onCopyLink(report).then(setCopied)}
      >
        {t('workbench.case.link')}
      </button>
      <span class="wb-copied" role="status">
        {copied !== null && t(copied ? 'workbench.case.copied' : 'workbench.case.not-copied')}
      </span>
    </div>
  );
}
