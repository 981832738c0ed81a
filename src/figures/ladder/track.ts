import type { Translator } from '#text/text.ts';
import { textWidth } from './metrics.ts';
import type { Geometry } from './geometry.ts';
import type { Score } from './score.ts';
import { flagsOf, penOf } from './segment.ts';
import { escapeText } from './svg.ts';
import { MIDDLE, trackPart, UNITS } from './track-part.ts';

/** Estimated widths of the track beside a wide and a narrow drawing, px. */
const ROOM = { wide: 370, narrow: 110 };

/**
 * The inside of the slider: a rule with a tick for every event and the names of the segments where
 * they leave, as far as there is room. Time runs to the right.
 */
export function trackHtml(g: Geometry, score: Score, times: readonly number[], t: Translator) {
  const ticks = times.map((time) => `M${Math.round(trackPart(g, time) * UNITS)} ${MIDDLE}v7`);
  const labels = score.flights.map(({ t1, seg }) => {
    const text = flagsOf(seg, t);
    return {
      part: trackPart(g, t1),
      t1,
      text,
      pen: penOf(seg),
      width: textWidth(text, 'flags', 12),
    };
  });
  const wide = fitting(labels, ROOM.wide);
  const narrow = fitting(wide, ROOM.narrow);
  const words = wide.map((label) => {
    const edge = label.part < 0.03 ? ' first' : label.part > 0.97 ? ' last' : '';
    const name = `ev-${label.pen}${edge}${narrow.includes(label) ? '' : ' wide'}`;
    const left = Math.round(label.part * 1000) / 10;
    return `<b class="${name}" data-t="${label.t1}" style="left:${left}%">${escapeText(label.text)}</b>`;
  });
  return `<svg viewBox="0 0 ${UNITS} 44" preserveAspectRatio="none" aria-hidden="true"><path class="base" d="M0 ${MIDDLE}H${UNITS}"/><path class="marks" d="${ticks.join('')}"/><path class="done" d="M0 ${MIDDLE}H${UNITS}"/></svg>${words.join('')}<i class="caret" style="left:100%"></i>`;
}

/** The labels that fit beside one another, the first ones first. */
function fitting<L extends { part: number; width: number }>(labels: readonly L[], room: number) {
  const shown: L[] = [];
  let free = -Infinity;
  for (const label of [...labels].sort((a, b) => a.part - b.part)) {
    const left = label.part * room - label.width / 2;
    if (left < free) continue;
    shown.push(label);
    free = left + label.width + 8;
  }
  return shown;
}
