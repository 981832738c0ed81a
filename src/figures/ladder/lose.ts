import type { Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { keySvg } from '../key.ts';
import { MOST_BUTTONS } from './most-buttons.ts';
import type { Flight, Score } from './score.ts';
import { flagsOf, hasChevron, penOf } from './segment.ts';
import { escapeText } from './svg.ts';
import { tellerOf } from './teller.ts';
import { duration } from './time.ts';

/**
 * The buttons that lose a segment of the trace, one each; pressed where it is lost already. Of very
 * many segments those that leave next to `now`, ms.
 */
export function loseHtml(
  trace: Trace,
  { flights }: Pick<Score, 'flights'>,
  t: Translator,
  now = 0,
): string {
  const { the } = tellerOf(trace, t, 'brief');
  return near(
    flights.filter(({ old }) => !old),
    now,
  )
    .map(({ name, from, seg, t1, lostAt, again }) => {
      const chevron = hasChevron(seg);
      const key = keySvg(penOf(seg), { chevron, width: chevron ? 40 : 34 });
      const tail = again ? ` <i>${escapeText(t('ladder.again'))}</i>` : '';
      const which = t('ladder.lose.of', { the: the(from), at: duration(t1, t) });
      return (
        `<button type="button" class="b s" data-lose="${escapeText(name)}" aria-pressed="${lostAt !== null}">${key}` +
        `<span><span class="sr-only">${escapeText(t('ladder.lose'))} </span>${escapeText(flagsOf(seg, t))}${tail}` +
        `<span class="sr-only"> ${escapeText(which)}</span></span></button>`
      );
    })
    .join('');
}

/** Of very many flights those around a time. */
function near(flights: readonly Flight[], now: number): readonly Flight[] {
  if (flights.length <= MOST_BUTTONS) return flights;
  const next = flights.findIndex(({ t1 }) => t1 >= now);
  const middle = next < 0 ? flights.length : next;
  const start = Math.min(Math.max(0, middle - MOST_BUTTONS / 2), flights.length - MOST_BUTTONS);
  return flights.slice(start, start + MOST_BUTTONS);
}

/** The names of the segments that are lost in a trace, in the order in which they were sent. */
export function lostIn({ entries }: Trace): readonly string[] {
  return entries.flatMap((entry) =>
    entry.kind === 'transit' && entry.fate === 'lost' ? [entry.name] : [],
  );
}

/**
 * The segments to lose after `name` was pressed. What was sent after it is another segment in the
 * next run, even if it has the same name, so it is no longer asked to be lost.
 */
export function toggleLost(trace: Trace, name: string): readonly string[] {
  const lost = lostIn(trace);
  const sent = trace.entries.flatMap((entry) => (entry.kind === 'transit' ? [entry] : []));
  const place = sent.findIndex((entry) => entry.name === name);
  const before = sent.slice(0, Math.max(0, place)).map((entry) => entry.name);
  const kept = lost.filter((other) => before.includes(other));
  return lost.includes(name) ? kept : [...kept, name];
}
