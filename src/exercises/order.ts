import { duration } from '#figures/ladder/time.ts';
import type { Translator } from '#text/text.ts';
import { MOMENT } from '#trace/moment.ts';
import type { Trace, TransitEntry } from '#trace/trace.ts';
import { fail, type Asked } from './problem.ts';
import { causeOf, segmentCalled, type Play } from './play.ts';
import { rfcText } from './segment.ts';

/** A segment to put in its place: how it is written, and why it leaves when it does. Plain text. */
export interface Piece {
  readonly name: string;
  readonly who: string;
  readonly what: string;
  readonly time: string;
  readonly why: string;
}

/**
 * The named segments in the order in which they are sent. Stops the build if there are fewer than
 * two, if two leave at one time, or if nobody could tell two apart.
 */
export function piecesInOrder(
  asked: Asked,
  run: Play,
  names: readonly string[],
  t: Translator,
): readonly Piece[] {
  if (names.length < 2) fail(asked, 'it needs at least two segments.', 'Name more.');
  const sent = [...names].map((name) => segmentCalled(asked, run, name));
  const inOrder = sent.sort((a, b) => a.n - b.n);
  for (const [i, transit] of inOrder.entries()) {
    const next = inOrder[i + 1];
    if (next === undefined || next.t - transit.t > MOMENT) continue;
    const what = `${transit.name} and ${next.name} are sent at one time, ${transit.t} ms:`;
    fail(asked, `${what} their order is ambiguous.`, 'Name only one of them.');
  }
  const pieces = inOrder.map((transit) => pieceOf(run.trace, transit, t));
  const looks = pieces.map(({ who, what }) => `${who} ${what}`);
  const twin = looks.find((look, i) => looks.indexOf(look) < i);
  if (twin !== undefined) fail(asked, `two of its segments look alike: ${twin}.`, 'Leave one out.');
  return pieces;
}

function pieceOf(trace: Trace, transit: TransitEntry, t: Translator): Piece {
  const { name, from, to, seg, again } = transit;
  const what = again ? t('exercise.again', { what: rfcText(seg) }) : rfcText(seg);
  const who = t('exercise.way', { from, to });
  return { name, who, what, time: duration(transit.t, t), why: whyNow(trace, transit, t) };
}

/** What made a host send a segment, in words. */
function whyNow(trace: Trace, transit: TransitEntry, t: Translator): string {
  const { from } = transit;
  const step = causeOf(trace, transit);
  if (step === null) return t('exercise.cause.old', { from });
  const { event } = step;
  if (event.type === 'SEGMENT-ARRIVES') {
    return t('exercise.cause.SEGMENT-ARRIVES', { from, what: rfcText(event.seg) });
  }
  return t(`exercise.cause.${event.type}`, { from });
}
