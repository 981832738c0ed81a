import { useTexts } from '../bench/texts.ts';
import type { Phase } from '../run/phase.ts';
import type { Fetching } from './editor.ts';
import { Meter } from './loading.tsx';

/** What a run has to say of types: the checker is on its way, or they were not looked at. */
export function TypesNote({ phase }: { readonly phase: Phase }) {
  const { t } = useTexts();
  if (phase.kind === 'compiling' && phase.fetching)
    return <FetchingTypes fetching={phase.fetching} />;
  if (phase.kind !== 'judged' || phase.checked) return null;
  return (
    <p class="wb-unchecked d" role="status">
      {t('workbench.types.unchecked')}
    </p>
  );
}

/** The type checker on its way to the light editor, and what else one can do. */
export function FetchingTypes({ fetching }: { readonly fetching: Fetching }) {
  const { t } = useTexts();
  return (
    <section class="wb-loading wb-fetching d" aria-label={t('workbench.types')}>
      {fetching.failed ? (
        <p role="alert">{t('workbench.types.failed')}</p>
      ) : (
        <>
          <p class="sr-only" role="status">
            {t('workbench.types.loading')}
          </p>
          <Meter
            arrived={fetching.arrived}
            words={t('workbench.types.loading')}
            sized="workbench.types.loading.sized"
          />
        </>
      )}
      <div class="wb-choices">
        {fetching.failed && (
          <button type="button" class="b s" onClick={fetching.retry}>
            {t('workbench.retry')}
          </button>
        )}
        <button type="button" class="b s" onClick={fetching.skip}>
          {t('workbench.types.skip')}
        </button>
        <button type="button" class="b s" onClick={fetching.cancel}>
          {t('workbench.types.cancel')}
        </button>
      </div>
    </section>
  );
}
