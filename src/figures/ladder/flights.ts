import type { Translator } from '#text/text.ts';
import type { Box, Point } from './box.ts';
import type { Form } from './form.ts';
import type { Candidate } from './labels.ts';
import { textWidth } from './metrics.ts';
import type { Flight } from './score.ts';
import { flagsOf, hasChevron, numbersOf, penOf } from './segment.ts';

/** A label of a segment: lines of text about a point of its arrow. */
export interface LabelPlace {
  /** The point on the arrow that the text is centred on. */
  readonly x: number;
  readonly y: number;
  /** The text runs along the arrow, always from left to right: its slope in degrees. */
  readonly angle: number;
  readonly lines: readonly LabelLine[];
}

export interface LabelLine {
  /** From the arrow to the baseline, px; below is positive. */
  readonly dy: number;
  readonly flags: string;
  readonly numbers: string;
  /** `lost`, `again`, `old`. */
  readonly tail: string;
}

/** Baselines above and below the arrow. */
const ABOVE = -6.5;
const BELOW = 15;
/** Above and below the cross of a lost segment. */
const RAISED = -12;
const LOWERED = 19;
const NEXT = 13;
/** Room kept free at the sender's end, and at the receiver's for the head. */
const CLEAR = { start: 9, end: 25 };
/** Places along the arrow, from the sender. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0, 1];
const GAP = 6;
/** Paper on either side of a label, so that two in a row read as two. */
const BESIDE = 4;

/** All the ways to label an arrow that runs from `p` to `q`, the best first if nothing is in the way. */
export function labelCandidates(
  flight: Flight,
  [p, q]: readonly [Point, Point],
  form: Form,
  t: Translator,
): readonly Candidate<LabelPlace>[] {
  const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
  const prefer = form.small ? 0.55 : 0.5;
  return settings(flight, t).flatMap(({ lines, cost }) => {
    const widths = lines.map((line) => lineWidth(line, form));
    const half = Math.max(...widths) / 2;
    const least = CLEAR.start + half;
    const most = length - CLEAR.end - half;
    if (least > most + 1) return [];
    const spots = [prefer, ...PLACES].map((f) => Math.min(most, Math.max(least, f * length)));
    return [...new Set(spots)].map((s) => {
      const away = Math.abs(s / length - prefer);
      const late = s / length > prefer ? 1 : 0;
      return {
        ...placed(lines, widths, s / length, [p, q], form),
        cost: cost + 12 * away + late,
      };
    });
  });
}

interface Setting {
  readonly lines: readonly LabelLine[];
  readonly cost: number;
}

/** The same words, set in one line above or below the arrow, on both sides of it, or shorter. */
function settings(flight: Flight, t: Translator): readonly Setting[] {
  const flags = flagsOf(flight.seg, t);
  const parts = numbersOf(flight.seg);
  const tail = tailOf(flight, t);
  const all = parts.join(' ');
  // Where there is room for one number only, an answer keeps the one that it answers with.
  const answers = penOf(flight.seg) === 'ack' || hasChevron(flight.seg);
  const brief = (answers ? parts[1] : parts[0]) ?? '';
  const words = (dy: number): LabelLine => ({ dy, flags, numbers: '', tail });
  const figures = (dy: number, numbers: string): LabelLine => ({
    dy,
    flags: '',
    numbers,
    tail: '',
  });
  const whole = (dy: number, numbers: string): LabelLine => ({ dy, flags, numbers, tail });
  return [
    { lines: [whole(ABOVE, all)], cost: 0 },
    { lines: [whole(BELOW, all)], cost: 5 },
    { lines: [whole(RAISED, all)], cost: 8 },
    { lines: [words(ABOVE), figures(BELOW, all)], cost: 9 },
    { lines: [words(RAISED), figures(LOWERED, all)], cost: 12 },
    ...(brief === all ? [] : [{ lines: [whole(ABOVE, brief)], cost: 14 }]),
    ...(brief === all ? [] : [{ lines: [whole(BELOW, brief)], cost: 19 }]),
    {
      lines: [words(ABOVE), ...parts.map((part, i) => figures(BELOW + i * NEXT, part))],
      cost: 30,
    },
    { lines: [words(ABOVE)], cost: 150 },
  ];
}

function tailOf({ lostAt, again, old }: Flight, t: Translator): string {
  const words = [
    ...(old ? [t('ladder.old')] : []),
    ...(again ? [t('ladder.again')] : []),
    ...(lostAt === null ? [] : [t('ladder.lost')]),
  ];
  return words.join(', ');
}

function lineWidth({ flags, numbers, tail }: LabelLine, { size }: Form): number {
  const widths = [
    textWidth(flags, 'flags', size.flags) * 1.03,
    textWidth(numbers, 'numbers', size.numbers),
    textWidth(tail, 'remark', size.remark),
  ].filter((width) => width > 0);
  return widths.reduce((sum, width) => sum + width, (widths.length - 1) * GAP);
}

/**
 * The text stands on a line parallel to the arrow. Its direction is the arrow's, turned by half a
 * circle if the arrow runs to the left; `down` is a quarter turn from it, towards the foot of the page.
 */
function placed(
  lines: readonly LabelLine[],
  widths: readonly number[],
  f: number,
  [[x1, y1], [x2, y2]]: readonly [Point, Point],
  { size }: Form,
): { place: LabelPlace; boxes: readonly Box[] } {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const side = x2 >= x1 ? 1 : -1;
  const ux = (side * (x2 - x1)) / length;
  const uy = (side * (y2 - y1)) / length;
  const x = x1 + (x2 - x1) * f;
  const y = y1 + (y2 - y1) * f;
  const boxes = lines.map((line, i): Box => {
    const down = line.dy - size.flags * 0.3;
    return {
      ...{
        cx: x - uy * down,
        cy: y + ux * down,
        hw: (widths[i] ?? 0) / 2 + BESIDE,
        hh: size.flags / 2,
      },
      ...{ ux, uy },
    };
  });
  return { boxes, place: { x, y, angle: (Math.atan2(uy, ux) * 180) / Math.PI, lines } };
}
