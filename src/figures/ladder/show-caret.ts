import type { Translator } from '#text/text.ts';
import { MOMENT } from '#trace/moment.ts';
import type { Parts } from './parts.ts';
import { rulesAt, rulesHtml } from './rules-at.ts';
import type { Run } from './run.ts';
import { duration } from './time.ts';
import { donePath, trackPart } from './track.ts';
import type { View } from './view.ts';
import { colourWords, sentenceAt } from './words.ts';

/** Shows on the track, in words and as rules where the caret stands, ms. */
export function showCaret(
  parts: Parts,
  { run, now, view }: { readonly run: Run; readonly now: number; readonly view: View },
  t: Translator,
): void {
  const { slider, time, sentence, rules } = parts;
  const { trace, score, track } = run;
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
  write(sentence, colourWords(sentenceAt(trace, score, now, t, view.numbers)));
  write(rules, rulesHtml(rulesAt(trace, now), t));
}

/** What stands in the parts that are written to. */
const said = new WeakMap<HTMLElement, string>();

/** What stands there already is not said again. */
function write(element: HTMLElement, html: string): void {
  if ((said.get(element) ?? element.innerHTML) === html) return;
  said.set(element, html);
  element.innerHTML = html;
}
