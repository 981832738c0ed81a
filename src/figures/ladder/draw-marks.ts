import { isAhead } from './ahead.ts';
import type { DrawnPart } from './draw.ts';
import type { BracketMark, CrashMark, CutMark, FoldMark, Note } from './geometry.ts';
import { escapeText, group, px, xy } from './svg.ts';

/** A timer that is started anew ends in a cross this far before, clear of the arrow's head. */
const CUT = 20;

function ahead(name: string, t: number, now: number | undefined): string {
  return isAhead(t, now) ? `${name} ahead` : name;
}

/** The long-break line across the sheet, with how long it is in words. */
export function drawFold({ y, left, right, text, width }: FoldMark): string {
  const middle = (left + right) / 2;
  const half = width / 2 + 8;
  const zigzag = 'l3-6 5 12 3-6';
  const words = `<text x="${px(middle)}" y="${px(y + 4)}">${escapeText(text)}</text>`;
  if (half + 26 > (right - left) / 2) return group('fold', words);
  const d = `M${xy(left + 10, y)}H${px(middle - half - 13)}${zigzag}M${xy(middle + half + 2, y)}${zigzag}H${px(right - 10)}`;
  return group('fold', `<path d="${d}"/>${words}`);
}

/** A timer: from where it starts to where it runs out, is stopped, or the record ends. */
export function drawBracket(
  bracket: BracketMark,
  now: number | undefined,
  { from, to }: DrawnPart,
): string {
  const { x, y1, y2, end, side, label } = bracket;
  const room = Math.max(0, Math.min(CUT, (y2 - y1) / 2));
  const foot = end === 'expired' ? y2 - 5 : end === 'cut' ? y2 - room : y2;
  const cross = `M${xy(x - 4, y2 - room - 4)}l8 8m0-8-8 8`;
  const [top, low] = [Math.max(y1, from), Math.min(foot, to)];
  const stem = low > top ? `M${xy(x, top)}V${px(low)}` : '';
  const d = `M${xy(x - 3, y1)}h6${stem}${end === 'cut' ? cross : ''}`;
  const tip = end === 'expired' ? `<path class="tip" d="M${xy(x, y2)}l-3-6h6z"/>` : '';
  const text =
    label === null
      ? ''
      : `<text x="${px(x - side * 8)}" y="${px(label.y)}">${escapeText(label.text)}</text>`;
  const name = `timer ${side < 0 ? 'left' : 'right'}`;
  return group(ahead(name, bracket.t1, now), `<path d="${d}"/>${tip}${text}`);
}

/** The paper between two nodes whose link is cut, with a broken rule where that begins and ends. */
export function drawCut({ x1, x2, y1, y2, t1, t2 }: CutMark, now: number | undefined): string {
  const foot = Math.max(y1, y2);
  const rules = `M${xy(x1, y1)}H${px(x2)}${t2 === Infinity ? '' : `M${xy(x1, foot)}H${px(x2)}`}`;
  const paper = `<rect x="${px(x1)}" y="${px(y1)}" width="${px(x2 - x1)}" height="${px(foot - y1)}"/>`;
  return group(ahead('cut', t1, now), `${paper}<path d="${rules}"/>`);
}

/** A crash: a star of strokes on the lifeline. */
export function drawCrash({ x, y, t }: CrashMark, now: number | undefined): string {
  const star = 'm-8 0h16m-13.6-5.6 11.2 11.2m0-11.2-11.2 11.2m5.6-13.6v16';
  return group(
    ahead('crash', t, now),
    `<circle cx="${px(x)}" cy="${px(y)}" r="10"/><path d="M${xy(x, y)}${star}"/>`,
  );
}

/** A line of upright text between the lifelines. */
export function drawNote(
  { kind, pen, text, x, y, anchor, t }: Note,
  now: number | undefined,
): string {
  const colour = pen === undefined ? '' : ` seg ${pen}`;
  const name = ahead(`note ${kind} ${anchor}${colour}`, t, now);
  return `<text class="${name}" x="${px(x)}" y="${px(y)}">${escapeText(text)}</text>`;
}
