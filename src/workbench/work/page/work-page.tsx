import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Work } from '#storage/work.ts';
import { useTexts } from '../../bench/texts.ts';
import type { LabName } from './data.ts';
import { ExportSection } from './export-section.tsx';
import { ForgetSection } from './forget-section.tsx';
import { ImportSection } from './import-section.tsx';
import { LabWork } from './lab-work.tsx';
import { RoomSection } from './room-section.tsx';
import { sizeOf } from './size.ts';
import './page.css';

interface Props {
  readonly work: Work;
  readonly labs: readonly LabName[];
}

/** Everything that this browser keeps of the course, and what can be done with it. */
export function WorkPage({ work, labs }: Props) {
  const { t } = useTexts();
  const [, redraw] = useState(0);
  const changed = useCallback(() => redraw((n) => n + 1), []);
  useEffect(() => {
    addEventListener('storage', changed);
    addEventListener('pageshow', changed);
    return () => {
      removeEventListener('storage', changed);
      removeEventListener('pageshow', changed);
    };
  }, [changed]);

  const { trouble } = work.store;
  return (
    <>
      {trouble && (
        <p class="wk-trouble" role="alert">
          {t(trouble === 'newer' ? 'work.newer' : 'work.blocked')}
        </p>
      )}
      <Overview work={work} />
      <LabsSection work={work} labs={labs} />
      <AsideSection work={work} />
      <ExportSection work={work} />
      <ImportSection work={work} onChange={changed} />
      <RoomSection work={work} onChange={changed} />
      <ForgetSection work={work} onChange={changed} />
    </>
  );
}

function Overview({ work }: Pick<Props, 'work'>) {
  const { t, n } = useTexts();
  const { planks, exercises, drafts, attempts, characters } = sizeOf(work);
  return (
    <section>
      <h2>{t('work.now')}</h2>
      {planks + exercises + drafts + attempts === 0 ? (
        <p>{t('work.nothing')}</p>
      ) : (
        <ul class="wk-sums num">
          <li>{n('work.planks', planks)}</li>
          {exercises > 0 && <li>{n('work.exercises', exercises)}</li>}
          <li>{n('work.drafts', drafts)}</li>
          <li>{n('work.attempts', attempts)}</li>
          <li>{n('work.characters', characters)}</li>
        </ul>
      )}
    </section>
  );
}

function LabsSection({ work, labs }: Props) {
  const { t } = useTexts();
  const known = work.labs();
  if (known.length === 0) return null;
  const here = labs.filter(({ id }) => known.includes(id));
  const gone = known.filter((id) => !labs.some((lab) => lab.id === id)).sort();
  return (
    <section>
      <h2>{t('work.labs')}</h2>
      <ul class="wk-labs">
        {here.map((lab) => (
          <LabWork key={lab.id} work={work} id={lab.id} lab={lab} />
        ))}
        {gone.map((id) => (
          <LabWork key={id} work={work} id={id} lab={null} />
        ))}
      </ul>
    </section>
  );
}

function AsideSection({ work }: Pick<Props, 'work'>) {
  const { t } = useTexts();
  const aside = [...work.aside()];
  if (aside.length === 0) return null;
  return (
    <section>
      <h2>{t('work.aside')}</h2>
      <p>{t('work.aside.lead')}</p>
      {aside.map(([name, text]) => (
        <div class="wk-kept" key={name}>
          <details>
            <summary>
              <code>{name}</code>
            </summary>
            <pre tabIndex={0} role="region" aria-label={name}>
              {text}
            </pre>
          </details>
        </div>
      ))}
    </section>
  );
}
