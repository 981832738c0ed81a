import type { Translator } from '#text/text.ts';
import { lineBox, uprightBox, type Box } from './box.ts';
import { createField, firstFree, type Field } from './field.ts';
import type { BracketMark, Column } from './geometry.ts';
import { textWidth } from './metrics.ts';
import type { Bracket } from './score.ts';
import { heightOf, type Sheet } from './sheet.ts';
import { duration } from './time.ts';

/** From the lifeline to the bracket, from one bracket to the next, and the size of its text, px. */
const INSIDE = 8;
const NEXT = 9;
const SIZE = 12;
/** A timer's text stands within this distance of where it is looked for, px. */
const FAR = 400;

/**
 * A timer runs down the inner side of its host's lifeline. Its length is written beside it at the
 * place nearest to where it is looked for that is free: TIME-WAIT where it begins, a retransmission
 * timer where it ends. No free place, no text: the list tells it. Timers that run at the same time
 * stand side by side. `taken`: what the sheet already bears.
 */
export function placeBrackets(
  brackets: readonly Bracket[],
  taken: readonly Box[],
  sheet: Sheet,
): readonly BracketMark[] {
  const field = createField<unknown>();
  for (const box of taken) field.add(box, null);
  const rows = rowsOf(brackets);
  const marks = brackets.flatMap((bracket, i): BracketMark[] => {
    const column = sheet.columns.get(bracket.host);
    return column === undefined ? [] : [markOf(bracket, rows[i] ?? 0, column, sheet)];
  });
  for (const { x, y1, y2 } of marks) field.add(lineBox([x, y1], [x, y2]), null);
  return marks.map((mark, i) => {
    const bracket = brackets[i];
    return bracket === undefined ? mark : labelled(mark, bracket, field, sheet.t);
  });
}

function markOf(
  { timer, from, to, end, n }: Bracket,
  row: number,
  { x, half, side }: Column,
  sheet: Sheet,
): BracketMark {
  const inward = side === 0 ? 1 : -side;
  return {
    ...{ timer, t1: from, t2: to, end, label: null },
    x: x + inward * (half + INSIDE + row * NEXT),
    side: inward > 0 ? -1 : 1,
    y1: heightOf(sheet, n, from),
    y2: sheet.y(to),
  };
}

/** Which place beside its lifeline a bracket takes: the first that no other takes at the time. */
function rowsOf(brackets: readonly Bracket[]): readonly number[] {
  const rows = new Map<Bracket, number>();
  const ends = new Map<string, number[]>();
  for (const bracket of [...brackets].sort((a, b) => a.from - b.from)) {
    const own = ends.get(bracket.host) ?? [];
    const free = own.findIndex((end) => end <= bracket.from);
    const row = free < 0 ? own.length : free;
    own[row] = bracket.to;
    ends.set(bracket.host, own);
    rows.set(bracket, row);
  }
  return brackets.map((bracket) => rows.get(bracket) ?? 0);
}

function labelled(
  mark: BracketMark,
  bracket: Bracket,
  field: Field<unknown>,
  t: Translator,
): BracketMark {
  const { x, side } = mark;
  const middles = heights(mark);
  for (const text of textsOf(bracket, t)) {
    const width = textWidth(text, 'state', SIZE) + 4;
    const boxes = middles.map((y) =>
      uprightBox(x - side * 6, y - 7, x - side * (8 + width), y + 7),
    );
    const free = firstFree(boxes, field);
    const [box, y] = [boxes[free], middles[free]];
    if (box === undefined || y === undefined) continue;
    field.add(box, null);
    return { ...mark, label: { text, y: y + 4, box } };
  }
  return mark;
}

function textsOf({ timer, length }: Bracket, t: Translator): readonly string[] {
  const values = { length: duration(length, t) };
  if (timer === 'TIME-WAIT') return [t('ladder.timeWait', values), t('ladder.timeWait.short')];
  return [t(`ladder.timer.${timer}`, values)];
}

/** Heights to try, the best first: inwards from the end where the text is looked for. */
function heights({ timer, y1, y2 }: BracketMark): readonly number[] {
  const count = Math.max(0, Math.floor((Math.min(FAR, y2 - y1) - 20) / 4));
  const steps = Array.from({ length: count + 1 }, (_, i) => 10 + i * 4);
  return steps.map((step) => (timer === 'TIME-WAIT' ? y1 + step : y2 - step));
}
