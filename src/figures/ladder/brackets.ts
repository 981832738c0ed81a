import type { Translator } from '#text/text.ts';
import { lineBox, overlap, uprightBox, type Box } from './box.ts';
import type { Form } from './form.ts';
import type { BracketMark } from './geometry.ts';
import { textWidth } from './metrics.ts';
import type { Bracket } from './score.ts';
import { duration } from './time.ts';

/** From the lifeline to the bracket, and from the bracket to its text, px. */
const INSIDE = 8;
const SIZE = 12;

/**
 * A timer runs down the inner side of its host's lifeline. Its length is written beside it at the
 * place nearest to where it is looked for that is free: TIME-WAIT where it begins, a retransmission
 * timer where it ends. No free place, no text: the sentence under the figure tells it.
 */
export function placeBracket(
  bracket: Bracket,
  left: boolean,
  at: { readonly form: Form; readonly y: (t: number) => number },
  taken: readonly Box[],
  t: Translator,
): BracketMark {
  const { form, y } = at;
  const side = left ? -1 : 1;
  const x = left ? form.xA + INSIDE : form.xB - INSIDE;
  const [y1, y2] = [y(bracket.from), y(bracket.to)];
  const { timer, from, to, end } = bracket;
  const mark: BracketMark = { timer, x, side, y1, y2, t1: from, t2: to, end, label: null };
  for (const text of textsOf(bracket, t)) {
    const width = textWidth(text, 'state', SIZE) + 4;
    const box = (middle: number): Box =>
      uprightBox(x - side * 6, middle - 7, x - side * (8 + width), middle + 7);
    for (const middle of heights(mark)) {
      const b = box(middle);
      if (taken.some((other) => overlap(b, other))) continue;
      return { ...mark, label: { text, y: middle + 4, box: b } };
    }
  }
  return mark;
}

/** The paper that a bracket's own stroke takes, so that no text stands on it. */
export function bracketBox({ x, y1, y2 }: BracketMark): Box {
  return lineBox([x, y1], [x, y2]);
}

function textsOf({ timer, length }: Bracket, t: Translator): readonly string[] {
  const values = { length: duration(length, t) };
  if (timer === 'TIME-WAIT') return [t('ladder.timeWait', values), t('ladder.timeWait.short')];
  return [t(`ladder.timer.${timer}`, values)];
}

/** Heights to try, the best first: inwards from the end where the text is looked for. */
function heights({ timer, y1, y2 }: BracketMark): readonly number[] {
  const count = Math.max(0, Math.floor((y2 - y1 - 20) / 4));
  const steps = Array.from({ length: count + 1 }, (_, i) => 10 + i * 4);
  return steps.map((step) => (timer === 'TIME-WAIT' ? y1 + step : y2 - step));
}
