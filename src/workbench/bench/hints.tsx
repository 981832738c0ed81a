import { useState } from 'preact/hooks';
import { useHeading, useTexts } from './texts.ts';

/** A ladder of hints: each rung is shown by itself, from a nudge to nearly the answer. */
export function Hints({ rungs }: { readonly rungs: readonly string[] }) {
  const { t } = useTexts();
  const Heading = useHeading(1);
  const [shown, setShown] = useState(0);
  if (rungs.length === 0) return null;
  return (
    <div class="wb-hints">
      <Heading class="cap">{t('workbench.hints')}</Heading>
      <ol>
        {rungs.map((html, i) => (
          <li key={i} class={i < shown ? 'open' : ''}>
            <span class="wb-rung num d" aria-hidden="true">
              {i + 1}
            </span>
            {i < shown ? (
              // The hints are HTML that this site was built with.
              <div class="wb-hint" dangerouslySetInnerHTML={{ __html: html }} />
            ) : i === shown ? (
              <button type="button" class="b s" onClick={() => setShown(shown + 1)}>
                {t(i === 0 ? 'workbench.hints.first' : 'workbench.hints.next')}
              </button>
            ) : (
              <span class="wb-later d">
                {t(i === rungs.length - 1 ? 'workbench.hints.last' : 'workbench.hints.later')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
