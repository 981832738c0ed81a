import type { Messages } from '#text/text.ts';

/** What a state diagram in a page needs to come alive. */
export interface StatesData {
  readonly lang: string;
  readonly texts: Messages;
}

/** The texts that a diagram says itself; the rest stands in its table. */
const WANTED =
  /^(?:state\.[A-Z]|state\.unknown$|states\.(?:js|event|action|ride)\b|states\.(?:title|in|full-stop|line)$)/;

/** The data as JSON that may stand in a `<script>` element, with as few of the site's texts as are needed. */
export function statesJson({ lang, texts }: StatesData): string {
  const own = Object.fromEntries(Object.entries(texts).filter(([key]) => WANTED.test(key)));
  return JSON.stringify({ lang, texts: own }).replace(/</g, '\\u003c');
}

/** The data that `statesJson` wrote into the page. */
export function statesData(json: string): StatesData {
  return JSON.parse(json) as StatesData;
}
