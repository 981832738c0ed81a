import { differenceSentences } from '#judge/words.ts';
import { eventWords } from '#judge/words-of.ts';
import { tellerOf } from '#figures/ladder/teller.ts';
import type { Translator } from '#text/text.ts';
import type { Cut, FirstDifference, Played } from './play.ts';

/** A lab's title, by its id. */
export type TitleOf = (lab: string) => string;

/** What is to be said of a figure that the learner's TCP has played, in plain sentences. */
export function playedWords({ trace, differs, cut }: Played, t: Translator, titleOf: TitleOf) {
  const { the } = tellerOf(trace, t, 'brief');
  const sentences = [
    ...(differs ? differsWords(differs, the, t) : []),
    ...(cut ? [cutWords(cut, the, t, titleOf)] : []),
  ];
  if (sentences.length === 0) sentences.push(t('ship.figure.same'));
  return sentences.join(t('ladder.space'));
}

type The = (host: string) => string;

function differsWords({ host, divergence, event }: FirstDifference, the: The, t: Translator) {
  const what = eventWords(event, t);
  return [
    t('ship.figure.differs', { ms: divergence.t, the: the(host), what }),
    ...differenceSentences(divergence, t),
  ];
}

function cutWords({ why, host, t: ms, message, lab }: Cut, the: The, t: Translator, of: TitleOf) {
  if (why === 'did not load') {
    const key = message === '' ? 'ship.figure.load.hang' : 'ship.figure.load';
    return t(key, { plank: lab === null ? t('ship.plank') : of(lab), message });
  }
  return t(`ship.figure.cut.${why}`, { ms, the: host === null ? '' : the(host), message });
}
