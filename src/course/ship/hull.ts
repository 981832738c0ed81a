import { beside, bezier, even, line, path, sample, type Curve, type Point } from './curve.ts';

/*
 * The lines of the hull, in side elevation, bow to the right. Four fair curves bound its side:
 * keel, sheer, sternpost and stem. Everything between is found from them, so strakes run fair
 * into both ends however the curves are changed.
 */

const HEEL: Point = [238, 434];
const FOREFOOT: Point = [806, 429];
const STERN: Point = [164, 206];
const BOW: Point = [1012, 184];

const keel: Curve = line(HEEL, FOREFOOT);
const sternpost: Curve = even(bezier(HEEL, [226, 372], [204, 292], STERN));
const stem: Curve = even(bezier(FOREFOOT, [914, 429], [980, 322], BOW));
const sheerCurve: Curve = bezier(STERN, [392, 290], [752, 302], BOW);

/** How fast the shape of an end fades towards the middle of the ship. */
const FADE = 2.6;

/** The sheer, paced so that frames stand upright amidships and lean out towards the ends. */
function sheer(s: number): Point {
  const aft = (STERN[0] - HEEL[0]) * (1 - s) ** FADE;
  const fore = (BOW[0] - FOREFOOT[0]) * s ** FADE;
  return atX(sheerCurve, keel(s)[0] + aft + fore);
}

/** The point of a curve above a given x, for a curve that only runs to the right. */
function atX(curve: Curve, x: number): Point {
  let [low, high] = [0, 1];
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (curve(middle)[0] < x) low = middle;
    else high = middle;
  }
  return curve(low);
}

/** A point of the ship's side: `s` from stern (0) to bow (1), `u` from keel (0) to sheer (1). */
export function side(s: number, u: number): Point {
  const straight = line(keel(s), sheer(s))(u);
  const aft = off(sternpost, u, (1 - s) ** FADE);
  const fore = off(stem, u, s ** FADE);
  return [straight[0] + aft[0] + fore[0], straight[1] + aft[1] + fore[1]];
}

/** How far a curve bows out from its own chord, times a weight. */
function off(curve: Curve, u: number, weight: number): Point {
  const [x, y] = curve(u);
  const [cx, cy] = line(curve(0), curve(1))(u);
  return [(x - cx) * weight, (y - cy) * weight];
}

/** A line that runs along the ship at one height of its side. */
export const strakeLine =
  (u: number): Curve =>
  (s) =>
    side(s, u);

/** A frame: a line up the side at one place of its length. */
export const frameLine =
  (s: number): Curve =>
  (u) =>
    side(s, u);

/** The backbone as one outline: sternpost, keel and stem, outside the planking. */
export function backbone(): string {
  const outer = [
    ...sample(beside(sternpost, 11), 1, 0, 16),
    [HEEL[0] - 12, HEEL[1] + 16] as Point,
    ...sample(beside(stem, -15), 0, 1, 32),
    [BOW[0] + 20, BOW[1] - 20] as Point,
    [BOW[0] + 5, BOW[1] - 18] as Point,
  ];
  const inner = [...sample(stem, 1, 0, 32), ...sample(sternpost, 0, 1, 16)];
  return path([...outer, ...inner], true);
}

/** The keel's lower edge, drawn heavier than the rest. */
export function keelLine(): string {
  return path([[HEEL[0] - 12, HEEL[1] + 16], ...sample(beside(stem, -15), 0, 0.34, 16)]);
}

/** The rail above the sheer: height in units. */
export function rail(height: number): string {
  return path(sample((s) => raised(s, height), 0, 1, 40));
}

function raised(s: number, height: number): Point {
  const [x, y] = sheer(s);
  return [x - (1 - s) ** 6 * height * 0.35 + s ** 6 * height * 0.3, y - height];
}

const FRAMES = 31;
/** Half the breadth of a frame, as a part of the ship's length. */
const SIDED = 0.0031;

/** The frames, each as its two edges, from the keel to the top of its timber at the rail. */
export function frames(): readonly string[] {
  return Array.from({ length: FRAMES }, (_, i) => {
    const s = 0.022 + (0.956 * i) / (FRAMES - 1);
    return [s - SIDED, s + SIDED]
      .map((edge) => path([...sample(frameLine(edge), 0, 1, 12), raised(edge, 15)]))
      .join('');
  });
}

/** The rudder, hung on the sternpost, and its three straps. */
export function rudder(): { readonly blade: string; readonly straps: string } {
  const fore = beside(sternpost, 13);
  const aft = beside(sternpost, (u) => 22 + 27 * (1 - u) ** 1.4);
  const blade = [...sample(fore, 0.03, 0.9, 12), ...sample(aft, 0.9, 0.03, 12)];
  const straps = [0.16, 0.42, 0.68].map((u) => path([sternpost(u), line(fore(u), aft(u))(0.72)]));
  return { blade: path(blade, true), straps: straps.join('') };
}

/** The taffrail: closes the bulwark over the sternpost. */
export function taffrail(): string {
  return path([beside(sternpost, 11)(1), sheer(0), raised(0, 18.5)]);
}

/** The bulwark between sheer and rail: paper that hides the feet of the masts. */
export function bulwark(): string {
  return path([...sample(sheer, 0, 1, 40), ...sample((s) => raised(s, 15), 1, 0, 40)], true);
}

/** The knee of the head, that carries the line of the stem forward under the bowsprit. */
export function head(): string {
  const under = bezier([994, 292], [1022, 240], [1030, 190], [1068, 156]);
  const over = bezier([1068, 156], [1050, 160], [1040, 166], [1031, 176]);
  const back = sample(beside(stem, -15), 0.97, 0.62, 10);
  return path([...sample(under, 0, 1, 16), ...sample(over, 0, 1, 8), ...back], true);
}

/** The billet at the end of the knee: a scroll. */
export const BILLET = 'M1068 156c7-5 15 1 11 8s-14 3-10-3 9-1 6 2';
