import { dataFromJson, dataToJson } from '#figures/ladder/data.ts';
import { ladderTexts } from '#figures/ladder/figure-texts.ts';
import { TEXTS, textsToJson } from '#figures/ladder/page-texts.ts';
import { en } from '#text/en.ts';
import { CliError } from '../../cli-error.ts';
import { longTrace } from './long-trace.ts';

const FIGURE = /<tcp-ladder\b[\s\S]*?<\/tcp-ladder>/;
const DATA = /(<script[^>]*type="application\/json"[^>]*>)([\s\S]*?)(<\/script>)/;

/**
 * A built chapter with one figure, its first, which has a trace of so many entries. What the page
 * showed before its scripts came is the short figure that it was built with. Throws CliError where
 * the chapter has no ladder.
 */
export function withLongLadder(html: string, entries: number): string {
  const figure = FIGURE.exec(html)?.[0];
  const json = figure === undefined ? undefined : DATA.exec(figure)?.[2];
  if (figure === undefined || json === undefined) throw new CliError('The chapter has no ladder.');
  const { scenario, trace } = longTrace(entries);
  const data = dataToJson({ ...dataFromJson(json), scenario, trace, said: null, now: 0 });
  const texts = textsToJson(ladderTexts(en, trace));
  const long = figure.replace(DATA, (_all, open: string, _json, close: string) =>
    [open, data, close, `<script type="application/json" ${TEXTS}>${texts}</script>`].join(''),
  );
  const [before = '', ...after] = html.split(figure);
  return [before, long, after.join('').replace(new RegExp(FIGURE, 'g'), '')].join('');
}
