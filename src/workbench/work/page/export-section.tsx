import { useState } from 'preact/hooks';
import type { Work } from '#storage/work.ts';
import { useTexts } from '../../bench/texts.ts';
import { downloadWork } from '../download.ts';

/** Everything as one file. */
export function ExportSection({ work }: { readonly work: Work }) {
  const { t } = useTexts();
  return (
    <section>
      <h2>{t('work.export')}</h2>
      <p>{t('work.export.lead')}</p>
      <ExportButton work={work} />
    </section>
  );
}

/** The button that exports, and what it did. */
export function ExportButton({ work }: { readonly work: Work }) {
  const { t } = useTexts();
  const [file, setFile] = useState<string | null>(null);
  return (
    <p class="wk-do">
      <button type="button" class="b" onClick={() => setFile(downloadWork(work))}>
        {t('work.export.do')}
      </button>
      <span role="status">{file !== null && t('work.export.done', { file })}</span>
    </p>
  );
}
