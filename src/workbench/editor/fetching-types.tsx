import { useTexts } from '../bench/texts.ts';
import type { Fetching } from './editor.ts';
import { Meter } from './loading.tsx';

/** The type checker on its way to the light editor, and what else one can do. */
export function FetchingTypes({ fetching }: { readonly fetching: Fetching }) {
  const { t } = useTexts();
  return (
    <section class="wb-loading wb-fetching d" aria-label={t('workbench.types')}>
      {fetching.failed ? (
        <p role="alert">{t('workbench.types.failed')}</p>
      ) : (
        <>
          <p class="visually-hidden" role="status">
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
