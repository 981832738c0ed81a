import type { Report } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import type { LabData } from '../data.ts';
import { milliseconds } from './milliseconds.ts';

/** The quiet end: the plank lies in the hull. */
export function Laid({ data, report }: { readonly data: LabData; readonly report: Report }) {
  const { t } = useTexts();
  return (
    <div class="wb-laid">
      <svg viewBox="0 0 240 34" width="240" height="34" aria-hidden="true">
        <rect class="face" x="1" y="1" width="238" height="32" />
        <path class="grain" d="M2 9c60-4 120 5 236-1M2 17c80 5 150-5 236 1M2 26c50-5 140 4 236-1" />
        <g class="nail">
          <circle cx="9" cy="9" r="1.6" />
          <circle cx="9" cy="25" r="1.6" />
          <circle cx="231" cy="9" r="1.6" />
          <circle cx="231" cy="25" r="1.6" />
        </g>
      </svg>
      <p>
        {t('workbench.laid', { number: data.number })}{' '}
        <span class="wb-took num">{t('workbench.took', { ms: milliseconds(report) })}</span>
      </p>
      {data.mode === 'page' && (data.next ?? data.chapter) && (
        <p class="wb-onward">
          {data.next && <a href={data.next.href}>{t('workbench.laid.next', { ...data.next })}</a>}
          {data.chapter && (
            <a href={data.chapter.href}>
              {t('workbench.laid.back', { chapter: data.chapter.title })}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
