import type { CaseReport } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import { useActions } from './actions.ts';
import { CopyButton } from './copy-button.tsx';

/** What can be done with a case. */
export function CaseButtons({ report }: { readonly report: CaseReport }) {
  const { t } = useTexts();
  const { onRunCase, onCopyLink, onTryScript } = useActions();
  // The place of the drawn cases leads to whatever fails there next: only a script can be sent.
  const hasLink = report.group !== 'random' || report.pkt !== '';
  return (
    <div class="wb-buttons d">
      <button type="button" class="b s" onClick={() => onRunCase(report.id)}>
        {t(report.id === 'scratch' ? 'workbench.run.script' : 'workbench.case.run')}
      </button>
      {hasLink && (
        <button type="button" class="b s" onClick={() => onCopyLink(report)}>
          {t('workbench.case.link')}
        </button>
      )}
      {report.pkt !== '' && (
        <>
          {report.id !== 'scratch' && (
            <button type="button" class="b s" onClick={() => onTryScript(report.pkt)}>
              {t('workbench.case.try')}
            </button>
          )}
          <CopyButton label={t('workbench.case.pkt')} text={() => report.pkt} />
        </>
      )}
    </div>
  );
}
