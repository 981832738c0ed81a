import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { captionAt } from './caption-at.ts';
import { eventTimes, layoutLadder } from './layout.ts';
import { loseHtml, lostIn } from './lose.ts';
import { readScore } from './score.ts';
import { escapeText } from './svg.ts';
import { duration } from './time.ts';
import { toolsHtml } from './tools-html.ts';
import { trackHtml } from './track.ts';
import type { View } from './view.ts';

const BACK = '<path d="M2 1v12" stroke-width="1.5"/><path d="M14 1 5 7l9 6z" stroke="none"/>';
const FORWARD = '<path d="M14 1v12" stroke-width="1.5"/><path d="M2 1l9 6-9 6z" stroke="none"/>';
const START = '<path d="M2 0l11 7-11 7z" stroke="none"/>';
const STOP = '<path d="M4 1v12m6-12v12" stroke-width="2.5"/>';

const icon = (name: string, width: number, shape: string) =>
  `<svg class="${name}" width="${width}" height="14" viewBox="0 0 ${width} 14" aria-hidden="true">${shape}</svg>`;

export interface ControlsOptions {
  /** The figure's; ids of its parts begin with it. */
  readonly id: string;
  readonly view: View;
  /** Where a reader can play on with this run; `null`: nowhere. */
  readonly playground: string | null;
}

/**
 * What a reader walks through a figure with, as it stands in the page before any script has run: the
 * caret at the end. It is shown only where there is script to move it.
 */
export function controlsHtml(
  trace: Trace,
  t: Translator,
  { id, view, playground }: ControlsOptions,
): string {
  const score = readScore(trace);
  const geometry = layoutLadder(trace, { width: 'wide', t });
  const [start, end] = [Math.round(score.start), Math.round(score.end)];
  const said = escapeText(duration(end, t));
  const say = (key: string) => escapeText(t(key));
  const step = (act: string, drawing: string) =>
    `<button type="button" data-act="${act}" aria-label="${say(`ladder.${act}`)}">${drawing}</button>`;
  const steps = [
    step('back', icon('', 16, BACK)),
    step('play', icon('start', 14, START) + icon('stop', 14, STOP)),
    step('forward', icon('', 16, FORWARD)),
  ].join('');
  const track = trackHtml(geometry, score, eventTimes(trace, score), t);
  const slider =
    `<div class="track" role="slider" tabindex="0" aria-label="${say('ladder.slider')}" ` +
    `aria-valuemin="${start}" aria-valuemax="${end}" aria-valuenow="${end}" aria-valuetext="${said}">${track}</div>`;
  const { sentence, rules } = captionAt({ trace, score }, score.end, t, view.numbers);
  const restored = lostIn(trace).length === 0 ? ' hidden' : '';
  return [
    '<div class="ladder-desk">',
    `<div class="scrub"><div class="steps">${steps}</div>${slider}<div class="time">${said}</div></div>`,
    `<p class="ladder-sentence" aria-live="polite">${sentence}</p>`,
    '</div>',
    `<ul class="ladder-rules" aria-label="${say('ladder.rules')}">${rules}</ul>`,
    `<div class="ladder-lose" role="group" aria-label="${say('ladder.lose')}">`,
    `<span class="cap" aria-hidden="true">${say('ladder.lose')}</span>`,
    `<span class="buttons">${loseHtml(trace, score, t, score.end)}</span>`,
    `<button type="button" class="b s restore"${restored}>${say('ladder.restore')}</button>`,
    '</div>',
    '<p class="ladder-status" role="status"></p>',
    toolsHtml(t, id, { view, playground }),
  ].join('');
}
