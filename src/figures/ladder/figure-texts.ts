import type { Messages } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { ruleTexts } from './rules-at.ts';

/** Keys whose texts a figure in a page never needs once it is there. */
const ELSEWHERE = /^ladder\.(key|text|figure|noscript)/;

/** The texts of a figure, out of all of the site's: its words, and the rules that its trace names. */
export function ladderTexts(messages: Messages, trace: Trace): Messages {
  const wanted = ([key]: readonly [string, string]) =>
    /^(ladder|host|state|save)\./.test(key) && !ELSEWHERE.test(key);
  return {
    ...Object.fromEntries(Object.entries(messages).filter(wanted)),
    ...ruleTexts(trace, messages),
  };
}
