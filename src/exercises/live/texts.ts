import { translator, type Messages, type Say } from '#text/text.ts';

const FOLDER = '../../../content/i18n';
/** Loads what fetches the texts of exercises, by language. */
const FILES = import.meta.glob<() => Promise<Messages>>('../../../content/i18n/*.json', {
  query: '?only=exercise',
  import: 'default',
});

let texts: Promise<Say> | null = null;

/** The texts of exercises in the page’s language, or in English; fetched once. */
export function exerciseTexts(lang: string): Promise<Say> {
  texts ??= load(lang).catch((error: unknown) => {
    texts = null;
    throw error;
  });
  return texts;
}

async function load(lang: string): Promise<Say> {
  const file = FILES[`${FOLDER}/${lang}.json`] ?? FILES[`${FOLDER}/en.json`];
  if (file === undefined) throw new Error(`No interface texts for “${lang}”.`);
  const fetchTexts = await file();
  return translator(await fetchTexts());
}
