import type { CaseReport } from '#judge/report.ts';
import { explain } from '#judge/words.ts';
import { useTexts } from '../bench/texts.ts';
import { CallRows } from './call-rows.tsx';
import { Console } from './console.tsx';
import { Ladders } from './ladders.tsx';
import { Section } from './section.tsx';
import { TcbTable } from './tcb-table.tsx';

/** What happened in a case that failed, and what should have. */
export function Failure({ report }: { readonly report: CaseReport }) {
  const { t, lab } = useTexts();
  const mistake = report.mutant === null ? undefined : lab.mutants[report.mutant];
  return (
    <>
      <div class="wb-words">
        {explain(report, t).map((sentence) => (
          <p>{sentence}</p>
        ))}
        {report.remembers && <p>{t('workbench.remembers')}</p>}
        {mistake !== undefined && <p class="wb-why">{mistake}</p>}
        <p class="wb-src d">
          <Section rfc={report.rfc} />
        </p>
      </div>
      {report.calls && <CallRows table={report.calls} />}
      {report.divergence && <Ladders report={report} />}
      <TcbTable report={report} />
      <Console output={report.console} />
      {report.pkt !== '' && (
        <details class="wb-more">
          <summary class="d">{t('workbench.pkt')}</summary>
          <pre class="wb-pre" tabIndex={0}>
            {report.pkt}
          </pre>
        </details>
      )}
    </>
  );
}
