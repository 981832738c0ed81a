import { readProgress } from '#storage/progress.ts';
import type { Work } from '#storage/work.ts';
import { useTexts } from '../../bench/texts.ts';
import { Attempts, KeptText } from '../attempts.tsx';
import { when } from '../when.ts';
import type { LabName } from './data.ts';

interface Props {
  readonly work: Work;
  readonly id: string;
  /** `null` if this course has no such lab: its work is kept all the same. */
  readonly lab: LabName | null;
}

/** What is kept of one lab. */
export function LabWork({ work, id, lab }: Props) {
  const { t, n, lang } = useTexts();
  const laid = readProgress(work.store)[id];
  const green = work.lastGreen(id);
  const attempts = work.history(id);
  return (
    <li class="wk-lab">
      <h3>
        {lab ? (
          <>
            <span class={laid ? 'wk-no laid num' : 'wk-no num'} aria-hidden="true">
              {lab.number}
            </span>
            <a href={lab.href}>{lab.title}</a>
          </>
        ) : (
          t('work.lab.gone', { id })
        )}
      </h3>
      <ul class="wk-facts num">
        {laid !== undefined && (
          <li class="wk-green">{t('work.lab.laid', { time: when(laid, lang) })}</li>
        )}
        {green && <li>{t('work.lab.green', { time: when(green.at, lang) })}</li>}
      </ul>
      {work.drafts(id).map((draft) => {
        const key = lab && draft.starter !== lab.starter ? 'work.lab.older' : 'work.lab.draft';
        return (
          <KeptText
            key={draft.starter}
            kept={draft}
            code={null}
            label={t(key, { time: when(draft.at, lang) })}
          />
        );
      })}
      {attempts.length > 0 && (
        <details class="wk-more">
          <summary>{n('work.attempts', attempts.length)}</summary>
          <Attempts attempts={attempts} code={null} />
        </details>
      )}
    </li>
  );
}
