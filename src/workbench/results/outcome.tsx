import type { Report } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import type { LabData } from '../data.ts';
import { Laid } from './laid.tsx';

interface Props {
  readonly report: Report;
  readonly data: LabData;
}

/** The verdict in a sentence, where it is one for the whole run. Single cases speak for themselves. */
export function Outcome({ report, data }: Props) {
  const { t } = useTexts();
  if (report.verdict === 'passed') return <Laid data={data} />;
  if (report.cases.length === 0) {
    return (
      <div class="wb-say">
        <p>
          {t(
            `workbench.load.${report.verdict === 'threw' ? 'threw' : report.verdict === 'returned nonsense' ? 'nonsense' : 'stuck'}`,
          )}
        </p>
        {report.message && <pre class="wb-pre">{report.message}</pre>}
      </div>
    );
  }
  if (report.cutShort) return <p class="wb-say">{t('workbench.cut-short')}</p>;
  return null;
}
