import { useTexts } from '../bench/texts.ts';

/** Where RFC 9293 says so: a link to the section, and the step of it in words. */
export function Section({ rfc }: { readonly rfc: string }) {
  const { t } = useTexts();
  const section = /^\d+(\.\d+)*/.exec(rfc)?.[0];
  const words = t('workbench.rfc', { section: rfc });
  if (section === undefined) return <>{rfc}</>;
  return (
    <a
      href={`https://www.rfc-editor.org/rfc/rfc9293#section-${section}`}
      target="_blank"
      rel="noopener"
    >
      {words}
    </a>
  );
}
