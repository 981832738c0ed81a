import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { colourWords } from './colour-words.ts';
import type { Numbering } from './numbers.ts';
import { rulesAt, rulesHtml } from './rules-at.ts';
import type { Caption } from './said.ts';
import type { Score } from './score.ts';
import { sentenceAt } from './words.ts';

/** Tells what happens at a time of a run, ms, and by which rules. */
export function captionAt(
  { trace, score }: { readonly trace: Trace; readonly score: Score },
  now: number,
  t: Translator,
  numbering: Numbering = 'absolute',
): Caption {
  return {
    sentence: colourWords(sentenceAt(trace, score, now, t, numbering)),
    rules: rulesHtml(rulesAt(trace, now), t),
  };
}
