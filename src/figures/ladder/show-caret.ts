import { MOMENT } from '#trace/moment.ts';
import type { Live } from './live.ts';
import type { Parts } from './parts.ts';
import type { Run } from './run.ts';
import { saidAt, type Caption } from './said.ts';
import { duration } from './time.ts';
import { donePath, trackPart } from './track-part.ts';
import type { View } from './view.ts';

/** What a figure shows, and where its caret stands, ms. */
interface Shown {
  readonly run: Run;
  readonly now: number;
  readonly view: View;
}

/** What a figure says, and what brings the words that its page did not. */
type Words = Pick<Live, 't' | 'bringTexts'>;

/** Shows on the track, in words and as rules where the caret stands, ms. */
export function showCaret(parts: Parts, shown: Shown, words: Words): void {
  const { t } = words;
  const { run, now } = shown;
  const { slider, time, sentence, rules } = parts;
  const { score, track } = run;
  const part = trackPart(track, now);
  slider.querySelector('.done')?.setAttribute('d', donePath(part));
  slider.querySelector<HTMLElement>('.caret')?.style.setProperty('left', `${part * 100}%`);
  for (const label of slider.querySelectorAll<HTMLElement>('b')) {
    label.classList.toggle('ahead', Number(label.dataset['t']) > now + MOMENT);
  }
  const at = duration(Math.round(now), t);
  time.textContent = at;
  slider.setAttribute('aria-valuemin', String(Math.round(score.start)));
  slider.setAttribute('aria-valuemax', String(Math.round(score.end)));
  slider.setAttribute('aria-valuenow', String(Math.round(now)));
  slider.setAttribute('aria-valuetext', at);
  say(shown, words, sentence, (caption) => {
    write(sentence, caption.sentence);
    write(rules, caption.rules);
  });
}

/** What tells a run moment by moment, once it is needed. */
let teller: Promise<typeof import('./caption-at.ts')> | null = null;
/** What was last to be said in an element. */
const latest = new WeakMap<HTMLElement, Shown>();

function say(shown: Shown, words: Words, place: HTMLElement, put: (caption: Caption) => void) {
  const { run, now, view } = shown;
  latest.set(place, shown);
  if (run.said?.numbering === view.numbers) return put(saidAt(run.said, now));
  teller ??= import('./caption-at.ts');
  Promise.all([teller, words.bringTexts()]).then(
    ([{ captionAt }]) => {
      // Meanwhile the reader may have gone on.
      if (latest.get(place) === shown) put(captionAt(run, now, words.t, view.numbers));
    },
    // Without a network the last sentence stands, and the next move tries again.
    () => (teller = null),
  );
}

/** What stands in the parts that are written to. */
const said = new WeakMap<HTMLElement, string>();

/** What stands there already is not said again. */
function write(element: HTMLElement, html: string): void {
  if ((said.get(element) ?? element.innerHTML) === html) return;
  said.set(element, html);
  element.innerHTML = html;
}
