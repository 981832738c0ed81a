import type { Translator } from '#text/text.ts';
import type { Form } from './form.ts';
import type { Ruler } from './geometry.ts';
import { yAt, type TimeScale } from './scale.ts';

/** Distances of figures on a ruler, ms; each has four parts. */
const STEPS = [1, 2, 4, 8, 20, 40, 80, 200, 400, 800].flatMap((n) => [n, n * 1000]);

/** The least distance between two figures, px. */
const APART = 70;
/** From here on a ruler counts in seconds, ms. */
const SECONDS_FROM = 10_000;

/** The step between two figures of a ruler, ms. */
export function rulerStep({ k }: TimeScale): number {
  const fits = [...STEPS].sort((a, b) => a - b).find((step) => step * k >= APART);
  return fits ?? Math.ceil(APART / k);
}

/** The times on a grid of `step` that are not folded. */
export function gridTimes(scale: TimeScale, step: number): readonly number[] {
  return scale.pieces
    .filter((piece) => !piece.folded)
    .flatMap(({ t1, t2 }) => {
      const first = Math.ceil(t1 / step - 1e-9);
      const count = Math.max(0, Math.floor(t2 / step + 1e-9) - first + 1);
      return Array.from({ length: count }, (_, i) => (first + i) * step);
    });
}

/** Behind a fold, a round figure keeps this far from the figure of the first event, px. */
const CLEAR = 30;

/**
 * The ruler on the outside. It stops at every fold, and starts again with the true figure of the
 * first event behind it.
 */
export function rulerOf(
  scale: TimeScale,
  form: Form,
  events: readonly number[],
  t: Translator,
): Ruler | null {
  if (form.ruler === null) return null;
  const step = rulerStep(scale);
  const plain = scale.pieces.filter((piece) => !piece.folded);
  const figures = plain.flatMap(({ t1, t2 }, i) => {
    const inside = (time: number) => time >= t1 && time <= t2;
    const round = gridTimes(scale, step).filter(inside);
    const event = events.find(inside);
    if (event === undefined || (i === 0 && round.length > 0)) return round;
    return [event, ...round.filter((time) => Math.abs(time - event) * scale.k >= CLEAR)];
  });
  const times = new Set([...gridTimes(scale, step / 4), ...figures]);
  return {
    x: form.ruler,
    spans: plain.map(({ y1, y2 }) => [y1, y2] as const),
    ticks: [...times]
      .sort((a, b) => a - b)
      .map((time) => ({
        y: yAt(scale, time),
        text: figures.includes(time) ? figure(time, t) : '',
      })),
  };
}

function figure(ms: number, t: Translator): string {
  const n = Math.round(ms * 1000) / 1000;
  return n < SECONDS_FROM ? String(n) : t('ladder.s', { n: n / 1000 });
}
