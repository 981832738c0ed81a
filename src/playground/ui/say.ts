import { readScore } from '#figures/ladder/score.ts';
import { sentenceAt } from '#figures/ladder/words.ts';
import type { Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { clip } from '../model/clip.ts';
import { momentsOf } from '../model/view.ts';

/**
 * What happens at `now`, in words. While the clock plays only what has happened last is said: who
 * listens is not told of the same flight thirty times a second.
 */
export function saying(trace: Trace, now: number, isPlaying: boolean, t: Translator): string {
  const seen = clip(trace, now);
  if (seen.entries.length === 0) return t('playground.say.nothing');
  const at = isPlaying ? (momentsOf(seen).findLast((time) => time <= now) ?? now) : now;
  return sentenceAt(seen, readScore(seen), at, t);
}
