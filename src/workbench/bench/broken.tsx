import { useTexts } from './texts.ts';

/**
 * The workbench itself failed: what happened, and what to do. A fault that is known has words; of any
 * other its message is shown, for whoever is told of it.
 */
export function Broken({ message }: { readonly message: string }) {
  const { t } = useTexts();
  const known = `workbench.fault.${message}`;
  return (
    <div class="wb-say" role="alert">
      <p>{t('workbench.broken')}</p>
      {t.has(known) && <p>{t(known)}</p>}
      <p>{t('workbench.broken.do')}</p>
      <p>
        <button type="button" class="b s" onClick={() => location.reload()}>
          {t('workbench.reload')}
        </button>
      </p>
      {!t.has(known) && (
        <pre class="wb-pre" tabIndex={0}>
          {message}
        </pre>
      )}
    </div>
  );
}
