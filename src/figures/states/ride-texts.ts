import type { Messages } from '#text/text.ts';

type Files = Readonly<Record<string, () => Promise<Messages>>>;

/** What a ladder needs of the site's texts, by their beginnings. */
const PARTS: readonly Files[] = [
  import.meta.glob<Messages>('../../../content/i18n/*.json', {
    query: '?only=ladder',
    import: 'default',
  }),
  import.meta.glob<Messages>('../../../content/i18n/*.json', {
    query: '?only=host',
    import: 'default',
  }),
  import.meta.glob<Messages>('../../../content/i18n/*.json', {
    query: '?only=state',
    import: 'default',
  }),
  import.meta.glob<Messages>('../../../content/i18n/*.json', {
    query: '?only=rule',
    import: 'default',
  }),
];

/** The texts of a ladder with its list, fetched in the page; English where a language has none. */
export async function rideTexts(lang: string): Promise<Messages> {
  const parts = await Promise.all(
    PARTS.map(async (files) => {
      const name = [lang, 'en'].map((one) => `../../../content/i18n/${one}.json`);
      const load = name.map((one) => files[one]).find((one) => one !== undefined);
      return load === undefined ? {} : load();
    }),
  );
  return Object.assign({}, ...parts) as Messages;
}
