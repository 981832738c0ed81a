import type { Report } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import type { LabData } from '../data.ts';
import type { Family } from './families.ts';
import { Laid } from './laid.tsx';
import { milliseconds } from './milliseconds.ts';
import { useCaseName } from './use-case-name.ts';

interface Props {
  readonly report: Report;
  /** All that fail, those of an earlier run included. */
  readonly families: readonly Family[];
  readonly data: LabData;
}

/** The verdict on the whole run, in a sentence or two. */
export function Outcome({ report, families, data }: Props) {
  if (report.only !== null) return <OutcomeOfOne report={report} />;
  if (report.verdict === 'passed') return <Laid data={data} report={report} />;
  if (report.cases.length === 0) return <NotLoaded report={report} />;
  return <OutcomeOfAll report={report} families={families} />;
}

/** The module did not come to the point of being run. */
function NotLoaded({ report: { verdict, message } }: { readonly report: Report }) {
  const { t } = useTexts();
  const how =
    verdict === 'threw' ? 'threw' : verdict === 'returned nonsense' ? 'nonsense' : 'stuck';
  return (
    <div class="wb-say">
      <p>{t(`workbench.load.${how}`)}</p>
      {message && <pre class="wb-pre">{message}</pre>}
    </div>
  );
}

function OutcomeOfOne({ report }: { readonly report: Report }) {
  const { t } = useTexts();
  const name = useCaseName();
  const [one] = report.cases;
  if (!one) return <NotLoaded report={report} />;
  const key = one.verdict === 'passed' ? 'passes' : 'fails';
  return <p class="wb-say">{t(`workbench.only.${key}`, { name: name(one) })}</p>;
}

function OutcomeOfAll({ report, families }: Omit<Props, 'data'>) {
  const { t, n } = useTexts();
  const failing = report.cases.filter(({ verdict }) => verdict !== 'passed').length;
  const untried = report.total - report.cases.length;
  const sentences = [
    ...(failing > 0 ? [n('workbench.failing', failing)] : []),
    ...(failing > 1 && families.length < failing ? [n('workbench.causes', families.length)] : []),
    // That it ended is said of the case that ended it: some others may have failed before.
    ...(report.cutShort ? [t(`workbench.verdict.${report.verdict}`)] : []),
    ...(untried > 0 ? [n('workbench.cut-short', untried)] : []),
  ];
  return (
    <p class="wb-say">
      {sentences.join(t('ladder.space'))}{' '}
      <span class="wb-took num">{t('workbench.took', { ms: milliseconds(report) })}</span>
    </p>
  );
}
