import type { Translator } from '#text/text.ts';
import type { Form } from './form.ts';
import type { Ruler } from './geometry.ts';
import { yAt, type Piece, type TimeScale } from './scale.ts';

/** Distances of figures on a ruler, ms; each has four parts. */
const STEPS = [1, 2, 4, 8, 20, 40, 80, 200, 400, 800]
  .flatMap((n) => [n / 1000, n, n * 1000])
  .sort((a, b) => a - b);

/** The least distance between two figures, px. */
const APART = 70;
/** From here on a ruler counts in seconds, ms. */
const SECONDS_FROM = 10_000;

/** The step between two figures of a ruler, ms. */
export function rulerStep({ k }: TimeScale): number {
  return STEPS.find((step) => step * k >= APART) ?? Math.ceil(APART / k);
}

/** The times on a grid of `step` that are not folded. */
export function gridTimes(scale: TimeScale, step: number): readonly number[] {
  return [...new Set(scale.pieces.flatMap((piece) => timesIn(piece, step)))];
}

function timesIn({ t1, t2, folded }: Piece, step: number): readonly number[] {
  if (folded) return [];
  const first = Math.ceil(t1 / step - 1e-9);
  const count = Math.max(0, Math.floor(t2 / step + 1e-9) - first + 1);
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

/** Two figures keep this far from one another, px. */
const CLEAR = 30;

/**
 * The ruler on the outside. It stops at every fold, and starts again with the true figure of the
 * first event behind it. `events`: in order, ms.
 */
export function rulerOf(
  scale: TimeScale,
  form: Form,
  events: readonly number[],
  t: Translator,
): Ruler | null {
  if (form.ruler === null) return null;
  const step = rulerStep(scale);
  const spans = plainSpans(scale);
  const figures = new Set<number>();
  let next = 0;
  spans.forEach(({ t1, t2, pieces }, i) => {
    while (next < events.length && (events[next] ?? 0) < t1) next++;
    const round = pieces.flatMap((piece) => timesIn(piece, step));
    const event = events[next];
    const isInside = event !== undefined && event <= t2;
    const first = isInside && (i > 0 || round.length === 0) ? event : null;
    let above = first === null ? -Infinity : yAt(scale, first);
    if (first !== null) figures.add(first);
    for (const time of round) {
      const y = yAt(scale, time);
      if (Math.abs(y - above) < CLEAR) continue;
      figures.add(time);
      above = y;
    }
  });
  const times = new Set([...gridTimes(scale, step / 4), ...figures]);
  return {
    x: form.ruler,
    spans: spans.map(({ y1, y2 }) => [y1, y2] as const),
    ticks: [...times]
      .sort((a, b) => a - b)
      .map((time) => ({
        y: yAt(scale, time),
        text: figures.has(time) ? figure(time, t) : '',
      })),
  };
}

/** What lies between two folds. */
interface Span extends Omit<Piece, 'folded'> {
  readonly pieces: Piece[];
}

/** The stretches between folds, from top to bottom. */
function plainSpans({ pieces }: TimeScale): readonly Span[] {
  const spans: Span[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const { t1, t2, y1, y2, folded } = piece;
    const last = spans[spans.length - 1];
    if (folded) isOpen = false;
    else if (isOpen && last !== undefined) {
      last.pieces.push(piece);
      spans[spans.length - 1] = { ...last, t2, y2 };
    } else {
      spans.push({ t1, t2, y1, y2, pieces: [piece] });
      isOpen = true;
    }
  }
  return spans;
}

function figure(ms: number, t: Translator): string {
  const n = Math.round(ms * 1000) / 1000;
  return n < SECONDS_FROM ? String(n) : t('ladder.s', { n: n / 1000 });
}
