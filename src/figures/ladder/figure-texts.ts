import type { Messages } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { ruleTexts } from './rules-at.ts';

/**
 * Keys of what a figure in a page never says until a reader presses one of its tools: what it shows
 * of the run that it was built with is told already. The tools fetch them (`toolTexts`).
 */
const ELSEWHERE =
  /^ladder\.(key|text|figure|noscript|say|waits|means|why|outcome|desc|timerName|tool|tools|panel|inspect|rule|rules|requirement|section|lose|restore|slider|controls|forward|back|zoom)(\.|$)/;

/** The texts of a figure, out of all of the site's: its words, and the rules that its trace names. */
export function ladderTexts(messages: Messages, trace: Trace): Messages {
  const wanted = ([key]: readonly [string, string]) =>
    /^(ladder|host|state)\./.test(key) && !ELSEWHERE.test(key);
  return {
    ...Object.fromEntries(Object.entries(messages).filter(wanted)),
    ...ruleTexts(trace, messages),
  };
}
