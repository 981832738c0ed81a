import type { Box, Point } from './box.ts';
import type { Form } from './form.ts';
import type { LabelWords } from './label-words.ts';
import type { Candidate, Setting } from './labels.ts';
import { textWidth } from './metrics.ts';

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
/** From one line of a label to the next, px. */
export const NEXT_LINE = 13;
/** Room kept free at the sender's end, and at the receiver's for the head. */
const CLEAR = { start: 9, end: 25 };
/** Places along the arrow, from the sender. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0, 1];
const GAP = 6;
/** Paper on either side of a label, so that two in a row read as two. */
const BESIDE = 4;
/** What a label pays for lying on a shorter leg of a bent line. */
const LEG = 3;

type Line = readonly [Point, Point];

/** All the ways to label an arrow that lies along these lines, the best first if nothing is in the way. */
export function labelSettings(
  words: LabelWords,
  lines: readonly Line[],
  form: Form,
): readonly Setting<LabelPlace>[] {
  return layingsOf(words).map(({ lines: text, cost }) => ({
    cost,
    candidates: () => lines.flatMap((line, i) => candidatesOn(line, text, cost + i * LEG, form)),
  }));
}

function candidatesOn(
  line: Line,
  text: readonly LabelLine[],
  cost: number,
  form: Form,
): readonly Candidate<LabelPlace>[] {
  const prefer = form.small ? 0.55 : 0.5;
  const widths = text.map((each) => lineWidth(each, form));
  const { length, least, most } = roomOn(line, text, widths, form);
  if (least > most + 1) return [];
  const spots = [prefer, ...PLACES].map((f) => Math.min(most, Math.max(least, f * length)));
  return [...new Set(spots)].map((s) => {
    const away = Math.abs(s / length - prefer);
    const late = s / length > prefer ? 1 : 0;
    return { ...placed(text, widths, s / length, line, form), cost: cost + 12 * away + late };
  });
}

/**
 * Between which lengths along a line the middle of a text may stand, so that it keeps clear of the
 * dot and the head. What stands above or below a steep line is farther left or right than its middle:
 * it stays between the ends of the line as well.
 */
function roomOn([p, q]: Line, text: readonly LabelLine[], widths: readonly number[], form: Form) {
  const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
  const side = q[0] >= p[0] ? 1 : -1;
  const [ux, uy] = [Math.abs(q[0] - p[0]) / length, (side * (q[1] - p[1])) / length];
  const half = Math.max(...widths) / 2;
  let [least, most] = [CLEAR.start + half, length - CLEAR.end - half];
  if (ux > 0.1) {
    text.forEach((each, i) => {
      const own = (widths[i] ?? 0) / 2 + BESIDE;
      // As seen from the sender, whichever way the text runs.
      const shift = (side * uy * downOf(each, form)) / ux;
      least = Math.max(least, own + shift);
      most = Math.min(most, length - own + shift);
    });
  }
  return { length, least, most };
}

/** From an arrow to the middle of a line of its label, px; below is positive. */
function downOf({ dy }: LabelLine, { size }: Form): number {
  return dy - size.flags * 0.3;
}

interface Laying {
  readonly lines: readonly LabelLine[];
  readonly cost: number;
}

/** The same words, set in one line above or below the arrow, on both sides of it, or shorter. */
function layingsOf({ flags, parts, isAnswer, tail, tails, more }: LabelWords): readonly Laying[] {
  const all = parts.join(' ');
  // Where there is room for one number only, an answer keeps the one that it answers with.
  const brief = (isAnswer ? parts[1] : parts[0]) ?? '';
  const words = (dy: number): LabelLine => ({ dy, flags, numbers: '', tail });
  const figures = (dy: number, numbers: string): LabelLine => ({
    dy,
    flags: '',
    numbers,
    tail: '',
  });
  const whole = (dy: number, numbers: string): LabelLine => ({ dy, flags, numbers, tail });
  const bare = (dy: number, numbers: string): LabelLine => ({ dy, flags, numbers, tail: '' });
  const ends = (dy: number): readonly LabelLine[] =>
    tails.map((each, i) => ({ dy: dy + i * NEXT_LINE, flags: '', numbers: '', tail: each }));
  const laid: readonly Laying[] = [
    { lines: [whole(ABOVE, all)], cost: 0 },
    { lines: [whole(BELOW, all)], cost: 5 },
    { lines: [whole(RAISED, all)], cost: 8 },
    { lines: [words(ABOVE), figures(BELOW, all)], cost: 9 },
    { lines: [words(RAISED), figures(LOWERED, all)], cost: 12 },
    ...(brief === all ? [] : [{ lines: [whole(ABOVE, brief)], cost: 14 }]),
    ...(brief === all ? [] : [{ lines: [whole(BELOW, brief)], cost: 19 }]),
    {
      lines: [words(ABOVE), ...parts.map((part, i) => figures(BELOW + i * NEXT_LINE, part))],
      cost: 30,
    },
    ...(tails.length === 0
      ? []
      : [
          { lines: [bare(ABOVE, all), ...ends(BELOW)], cost: 24 },
          { lines: [bare(ABOVE, brief), ...ends(BELOW)], cost: 32 },
        ]),
    {
      lines: [words(BELOW), ...parts.map((part, i) => figures(BELOW + (i + 1) * NEXT_LINE, part))],
      cost: 34,
    },
  ];
  const added = laid.map(({ lines, cost }) => ({ lines: [...lines, ...below(lines, more)], cost }));
  return [
    ...added,
    // What is added to a label is left out before its numbers are, and these before its flags.
    ...(more.length === 0 ? [] : laid.map(({ lines, cost }) => ({ lines, cost: cost + 60 }))),
    { lines: [words(ABOVE)], cost: 150 },
    { lines: [words(BELOW)], cost: 155 },
    ...(tail === '' ? [] : [{ lines: [{ ...words(ABOVE), tail: '' }], cost: 180 }]),
  ];
}

function below(lines: readonly LabelLine[], more: readonly string[]): readonly LabelLine[] {
  const lowest = Math.max(...lines.map(({ dy }) => dy));
  const first = lowest < 0 ? BELOW : lowest + NEXT_LINE;
  return more.map((numbers, i) => ({ dy: first + i * NEXT_LINE, flags: '', numbers, tail: '' }));
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
  [[x1, y1], [x2, y2]]: Line,
  form: Form,
): { place: LabelPlace; boxes: readonly Box[] } {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const side = x2 >= x1 ? 1 : -1;
  const ux = (side * (x2 - x1)) / length;
  const uy = (side * (y2 - y1)) / length;
  const x = x1 + (x2 - x1) * f;
  const y = y1 + (y2 - y1) * f;
  const boxes = lines.map((line, i): Box => {
    const down = downOf(line, form);
    return {
      ...{ cx: x - uy * down, cy: y + ux * down, hh: form.size.flags / 2 },
      ...{ hw: (widths[i] ?? 0) / 2 + BESIDE, ux, uy },
    };
  });
  return { boxes, place: { x, y, angle: (Math.atan2(uy, ux) * 180) / Math.PI, lines } };
}
