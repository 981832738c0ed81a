import { add } from '#tcp/seq.ts';
import { escapeText, group, px, xy } from '../ladder/svg.ts';
import { arcPath, pointAt } from './circle.ts';
import type { Comparison } from './compare.ts';
import { HALF, RING } from './spaces.ts';
import type { Speech } from './speech.ts';

/** The small ring on which two numbers are compared, px. */
export const DIAL = { width: 300, height: 236, cx: 150, cy: 118, r: 84 } as const;

/** Draws two numbers on the ring: the half that is after `a`, the half that is before it, and where `b` lies. */
export function drawDial(comparison: Comparison, { t }: Speech): string {
  const { a, b, ambiguous, way } = comparison;
  const circle = DIAL;
  const { r } = DIAL;
  const letter = (seq: number, text: string, out: number) => {
    const [x, y] = pointAt(circle, out, seq);
    return `<text class="letter" x="${px(x)}" y="${px(y + 5)}" text-anchor="middle">${escapeText(text)}</text>`;
  };
  const word = (key: string, seq: number) => {
    const [x, y] = pointAt(circle, r * 0.5, seq);
    return `<text class="word" x="${px(x)}" y="${px(y + 4)}" text-anchor="middle">${escapeText(t(key))}</text>`;
  };
  const [ax, ay] = pointAt(circle, r, a);
  const [bx, by] = pointAt(circle, r, b);
  const [hx, hy] = pointAt(circle, r, add(a, HALF));
  const [from, length] = way >= 0 ? [a, way] : [b, -way];
  const top = DIAL.cy - r;
  const edge = `<path class="edge" d="M${xy(DIAL.cx, top - 8)}v16"/><text class="tick" x="${DIAL.cx + 6}" y="${top - 12}">${t('ring.tick.zero')}</text><text class="tick" x="${DIAL.cx - 6}" y="${top - 12}" text-anchor="end">${t('ring.tick.last')}</text>`;
  return (
    group(
      'scale',
      `<path class="after" d="${arcPath(circle, r, a, HALF)}"/><path class="before" d="${arcPath(circle, r, add(a, HALF), HALF)}"/>${edge}`,
    ) +
    group(
      'halves',
      `<path class="cut" d="M${xy(ax, ay)}L${xy(hx, hy)}"/><circle class="half${ambiguous ? ' met' : ''}" cx="${px(hx)}" cy="${px(hy)}" r="9"/>` +
        word('ring.after.a', add(a, RING / 4)) +
        word('ring.before.a', add(a, -RING / 4)),
    ) +
    group('way', `<path class="way" d="${arcPath(circle, r - 14, from, length)}"/>`) +
    group(
      'grips',
      `<circle class="grip snd" cx="${px(ax)}" cy="${px(ay)}" r="6"/><circle class="grip rcv" cx="${px(bx)}" cy="${px(by)}" r="6"/>` +
        letter(a, t('ring.point.a'), r + 19) +
        letter(b, t('ring.point.b'), way !== 0 && Math.abs(way) < 2 ** 28 ? r + 34 : r + 19),
    )
  );
}

/** The dial as an `<svg>` element. */
export function dialSvg(body: string, name: string, id: string): string {
  return `<svg class="ring dial" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${DIAL.width} ${DIAL.height}" width="${DIAL.width}" height="${DIAL.height}"><title id="${id}-title">${escapeText(name)}</title><g class="body">${body}</g></svg>`;
}
