import { dataFromJson, dataToJson } from '#figures/ladder/data.ts';
import { ladderTexts } from '#figures/ladder/figure-texts.ts';
import { TEXTS, textsToJson } from '#figures/ladder/page-texts.ts';
import { en } from '#text/en.ts';
import { CliError } from '../../cli-error.ts';
import { longTrace } from './long-trace.ts';

const FIGURES = /<tcp-ladder\b[\s\S]*?<\/tcp-ladder>/g;
const DATA = /(<script type="application\/json" data-of="[^"]*">)([\s\S]*?)(<\/script>)/g;

/**
 * A built chapter with one ladder, its first, which has a trace of so many entries. What the page
 * showed before its scripts came is the short figure that it was built with. Throws CliError where
 * the chapter has no ladder.
 */
export function withLongLadder(html: string, entries: number): string {
  const [all, open, json, close] = [...html.matchAll(DATA)][0] ?? [];
  if (all === undefined || json === undefined) throw new CliError('The chapter has no ladder.');
  const { scenario, trace } = longTrace(entries);
  const data = dataToJson({ ...dataFromJson(json), scenario, trace, said: null, now: 0 });
  const texts = textsToJson(ladderTexts(en, trace));
  const long = `${open}${data}${close}<script type="application/json" ${TEXTS}>${texts}${close}`;
  const onlyFirst = (place: number, text: string) => (place === 0 ? text : '');
  let [figures, scripts] = [0, 0];
  return html
    .replace(FIGURES, (figure) => onlyFirst(figures++, figure))
    .replace(DATA, () => onlyFirst(scripts++, long));
}
