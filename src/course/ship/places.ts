import { path, sample, type Point } from './curve.ts';
import { side, strakeLine } from './hull.ts';

interface Strake {
  /** Its lower and upper edge on the ship's side: 0 at the keel, 1 at the sheer. */
  readonly bottom: number;
  readonly top: number;
  /** Where its planks meet, from stern to bow. No two butts lie above each other. */
  readonly butts: readonly number[];
}

/** The six strakes, keel upwards: 4, 4, 5, 4, 3 and 4 planks. */
const STRAKES: readonly Strake[] = [
  { bottom: 0, top: 0.16, butts: [0.27, 0.5, 0.76] },
  { bottom: 0.16, top: 0.325, butts: [0.2, 0.43, 0.69] },
  { bottom: 0.325, top: 0.495, butts: [0.14, 0.35, 0.58, 0.8] },
  { bottom: 0.495, top: 0.665, butts: [0.25, 0.49, 0.72] },
  { bottom: 0.665, top: 0.835, butts: [0.33, 0.65] },
  { bottom: 0.835, top: 1, butts: [0.21, 0.46, 0.75] },
];

/** One of the 24 places for a plank, keel upwards and from stern to bow. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
  readonly top: number;
}

export const places: readonly Place[] = STRAKES.flatMap(({ bottom, top, butts }) =>
  [0, ...butts].map((from, i) => ({ from, to: butts[i] ?? 1, bottom, top })),
);

/** The plank that fills a place, as a closed outline. */
export function plankOutline({ from, to, bottom, top }: Place): string {
  const steps = Math.ceil((to - from) * 40);
  return path(
    [...sample(strakeLine(bottom), from, to, steps), ...sample(strakeLine(top), to, from, steps)],
    true,
  );
}

/** Seams and butts of all places: pencil on the bare frames. */
export function seams(): string {
  const along = STRAKES.slice(1).map(({ bottom: u }) => path(sample(strakeLine(u), 0, 1, 40)));
  const across = places
    .filter(({ to }) => to < 1)
    .map(({ to, bottom, top }) => path([side(to, bottom), side(to, top)]));
  return [...along, ...across].join('');
}

/** The grain of a laid plank: a few lines that waver along it, different for every place. */
export function grain({ from, to, bottom, top }: Place): string {
  const seed = from * 17 + bottom * 31;
  return [0.2, 0.42, 0.61, 0.82]
    .map((height, i) => {
      const begin = from + (to - from) * (0.02 + 0.12 * wave(seed + i * 2.1));
      const end = to - (to - from) * (0.02 + 0.2 * wave(seed + i * 3.7));
      const waver = (s: number) => height + 0.05 * Math.sin((s - from) * 26 + seed * 5 + i * 2);
      return path(sample((s) => side(s, bottom + (top - bottom) * waver(s)), begin, end, 14));
    })
    .join('');
}

const wave = (x: number) => (1 + Math.sin(x * 5)) / 2;

/** Nails: two at each end of the plank. */
export function nails({ from, to, bottom, top }: Place): readonly Point[] {
  const inset = 0.009;
  return [from + inset, to - inset].flatMap((s) =>
    [0.3, 0.7].map((height) => side(s, bottom + (top - bottom) * height)),
  );
}

/** The middle of a place, where its number stands. */
export function middle({ from, to, bottom, top }: Place): Point {
  return side((from + to) / 2, (bottom + top) / 2);
}

/** The lower corners of a place: projection lines start here. */
export function lowerCorners({ from, to, bottom }: Place): readonly [Point, Point] {
  return [side(from, bottom), side(to, bottom)];
}
