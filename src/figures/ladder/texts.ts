import type { Messages } from '#text/text.ts';

const FOLDER = '../../../content/i18n';
/** Loads what fetches a part of the texts. */
type Load = () => Promise<() => Promise<Messages>>;

/** Texts that a figure does not bring with it, by what they are for. */
const PARTS = {
  rule: import.meta.glob<() => Promise<Messages>>('../../../content/i18n/*.json', {
    query: '?only=rule',
    import: 'default',
  }),
  inspector: import.meta.glob<() => Promise<Messages>>('../../../content/i18n/*.json', {
    query: '?only=inspector',
    import: 'default',
  }),
  ladder: import.meta.glob<() => Promise<Messages>>('../../../content/i18n/*.json', {
    query: '?only=ladder',
    import: 'default',
  }),
  host: import.meta.glob<() => Promise<Messages>>('../../../content/i18n/*.json', {
    query: '?only=host',
    import: 'default',
  }),
  state: import.meta.glob<() => Promise<Messages>>('../../../content/i18n/*.json', {
    query: '?only=state',
    import: 'default',
  }),
  save: import.meta.glob<() => Promise<Messages>>('../../../content/i18n/*.json', {
    query: '?only=save',
    import: 'default',
  }),
  bytes: import.meta.glob<() => Promise<Messages>>('../../../content/i18n/*.json', {
    query: '?only=bytes',
    import: 'default',
  }),
} satisfies Record<string, Readonly<Record<string, Load>>>;

/** All that a ladder's tools say, and all that tells another run than the page's. */
export async function toolTexts(lang: string): Promise<Messages> {
  const [ladder, save] = await Promise.all([moreTexts('ladder', lang), moreTexts('save', lang)]);
  return { ...ladder, ...save };
}

/** The texts of a language, or of English, whose keys begin so. */
export async function moreTexts(part: keyof typeof PARTS, lang: string): Promise<Messages> {
  const files: Readonly<Record<string, Load>> = PARTS[part];
  const load = files[`${FOLDER}/${lang}.json`] ?? files[`${FOLDER}/en.json`];
  if (load === undefined) throw new Error(`No interface texts for “${lang}”.`);
  const fetchTexts = await load();
  return fetchTexts();
}
