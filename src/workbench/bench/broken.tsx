import { useTexts } from './texts.ts';

/** The workbench itself failed: what happened, and what to do. */
export function Broken({ message }: { readonly message: string }) {
  const { t } = useTexts();
  return (
    <div class="wb-say" role="alert">
      <p>{t('workbench.broken')}</p>
      <p>{t('workbench.broken.do')}</p>
      <p>
        <button type="button" class="b s" onClick={() => location.reload()}>
          {t('workbench.reload')}
        </button>
      </p>
      <pre class="wb-pre" tabIndex={0}>
        {message}
      </pre>
    </div>
  );
}
