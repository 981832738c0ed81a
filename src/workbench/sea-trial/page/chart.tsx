import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Messages } from '#text/text.ts';
import { useTexts } from '../../bench/texts.ts';
import type { Sailed } from '../sail.ts';
import type { drawn } from './drawn.ts';
import '#figures/figures.css';

interface Props {
  readonly sailed: Sailed;
  readonly onClose: () => void;
}

/** A ladder gains nothing by being wider, px. */
const WIDEST = 720;

const languages = import.meta.glob<Messages>('/content/i18n/*.json', { import: 'default' });

/** One voyage as a ladder and in words, with what was done otherwise than the reference does it. */
export function Chart({ sailed, onClose }: Props) {
  const { t, lang } = useTexts();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ReturnType<typeof drawn> | 'failed' | null>(null);

  useEffect(() => heading.current?.focus(), []);
  useLayoutEffect(() => {
    const width = Math.min(WIDEST, place.current?.clientWidth ?? WIDEST);
    let isStale = false;
    const load = languages[`/content/i18n/${lang}.json`] ?? languages['/content/i18n/en.json'];
    Promise.all([import('./drawn.ts'), load?.() ?? {}]).then(
      ([{ drawn }, messages]) => isStale || setChart(drawn(sailed, { messages, width, id })),
      () => isStale || setChart('failed'),
    );
    return () => void (isStale = true);
  }, [sailed, lang, id]);

  return (
    <section class="st-chart" aria-labelledby={`${id}-head`}>
      <header>
        <h3 id={`${id}-head`} ref={heading} tabIndex={-1}>
          {t('trial.chart', { n: sailed.n })}
        </h3>
        <button type="button" class="b small" onClick={onClose}>
          {t('trial.close')}
        </button>
      </header>
      <div ref={place}>
        {chart === 'failed' && <p role="alert">{t('trial.failed')}</p>}
        {chart !== null && chart !== 'failed' && (
          <>
            <p>{chart.words}</p>
            <div class="st-ladder" dangerouslySetInnerHTML={{ __html: chart.svg }} />
            <details class="ladder-text">
              <summary>{t('trial.text')}</summary>
              <ol dangerouslySetInnerHTML={{ __html: chart.list }} />
            </details>
          </>
        )}
      </div>
    </section>
  );
}
