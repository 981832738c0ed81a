import { escapeText, px, xy } from '../ladder/svg.ts';
import type { RingLayout } from './layout.ts';
import { inFlight, type Side, SIDES, stretches, usable } from './spaces.ts';
import type { Speech } from './speech.ts';

interface Row {
  readonly side: Side;
  readonly kind: 'done' | 'flight' | 'open';
  readonly value: string;
}

const ROW = 36;

/** The key of ring and lenses: what each arc is, and how many numbers it has. */
export function drawKey(layout: RingLayout, speech: Speech): string {
  const { x, y, column } = layout.key;
  const rows = keyRows(layout, speech);
  let next = y;
  return SIDES.map((side, i) => {
    const left = x + i * column;
    if (column > 0) next = y;
    const head = `<text class="cap" x="${px(left)}" y="${px(next + 8)}">${escapeText(speech.t(`ring.key.${side}`))}</text>`;
    next += 18;
    const lines = rows
      .filter((row) => row.side === side)
      .map((row) => {
        const line = drawRow(row, left, next, speech);
        next += ROW;
        return line;
      });
    next += 12;
    return head + lines.join('');
  }).join('');
}

function keyRows({ spaces }: RingLayout, { t, numbers }: Speech): readonly Row[] {
  const { snd, rcv } = spaces;
  const doneOn = (side: Side, began: number | null) => {
    const length = stretches(spaces, side).find(({ kind }) => kind === 'done')?.length ?? 0;
    return began === null ? t('ring.key.half') : numbers.count(length);
  };
  const none = t('ring.key.none');
  return [
    { side: 'snd', kind: 'done', value: snd ? doneOn('snd', snd.iss) : none },
    { side: 'snd', kind: 'flight', value: snd ? numbers.count(inFlight(snd)) : none },
    { side: 'snd', kind: 'open', value: snd ? numbers.count(Math.max(0, usable(snd))) : none },
    { side: 'rcv', kind: 'done', value: rcv ? doneOn('rcv', rcv.irs) : none },
    { side: 'rcv', kind: 'open', value: rcv ? numbers.count(rcv.wnd) : none },
  ];
}

function drawRow({ side, kind, value }: Row, x: number, y: number, { t }: Speech): string {
  const middle = y + 9;
  const swatch =
    kind === 'done'
      ? `<path class="done" d="M${xy(x, middle)}h26"/>`
      : kind === 'flight'
        ? `<path class="flight" d="M${xy(x, middle)}h26"/>`
        : `<path class="open" d="M${xy(x, middle - 4.5)}h26m0 9h-26"/>`;
  // Only numbers are set in the face of the code.
  const face = /^\d/.test(value) ? 'number' : 'tick';
  return `${swatch}<text class="word" x="${px(x + 36)}" y="${px(y + 13)}">${escapeText(t(`ring.stretch.${side}.${kind}`))}</text><text class="${face}" x="${px(x + 36)}" y="${px(y + 28)}">${escapeText(value)}</text>`;
}
