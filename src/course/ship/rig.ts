import { bezier, line, path, sample, type Point } from './curve.ts';

/*
 * The rig of a two-masted schooner: seen from the side, each of her sails shows its true shape.
 * Masts rake aft a little; the bowsprit steeves up.
 */

interface Mast {
  readonly deck: Point;
  readonly hounds: Point;
  readonly truck: Point;
}

const MAIN: Mast = { deck: [483, 262], hounds: [473, 58], truck: [467, -42] };
const FORE: Mast = { deck: [742, 258], hounds: [732, 72], truck: [726, -20] };
const SPRIT = { heel: [944, 192], end: [1124, 132] } as const;

/** A spar as its outline, thick at `from` and thinner at `to`; breadths in units. */
function spar(from: Point, to: Point, thick: number, thin: number): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [nx, ny] = [(to[1] - from[1]) / length, (from[0] - to[0]) / length];
  const edge = ([x, y]: Point, d: number): Point => [x + nx * d, y + ny * d];
  return path(
    [edge(from, thick / 2), edge(to, thin / 2), edge(to, -thin / 2), edge(from, -thick / 2)],
    true,
  );
}

/** Lower masts, topmasts fidded before them, gaffs, booms and bowsprit. */
export function spars(): readonly string[] {
  return [
    ...[MAIN, FORE].flatMap(({ deck, hounds, truck }) => [
      spar(deck, [hounds[0] - 1, hounds[1] - 14], 8.5, 6.5),
      spar([hounds[0] + 6, hounds[1] + 12], [truck[0] + 5, truck[1]], 5, 2.5),
    ]),
    spar([478, 236], [136, 172], 5, 3.5),
    spar([471, 104], [300, -22], 4.5, 3),
    spar([738, 238], [506, 218], 4.5, 3.5),
    spar([731, 116], [580, 6], 4, 3),
    spar(SPRIT.heel, SPRIT.end, 9, 4),
  ];
}

/** Caps and crosstrees, where topmast and lower mast overlap. */
export function tops(): string {
  return [MAIN, FORE]
    .map(({ hounds: [x, y] }) => `M${x - 9} ${y + 8}h26M${x - 6} ${y - 12}h18`)
    .join('');
}

interface Sail {
  readonly outline: string;
  /** The seams between its cloths. */
  readonly seams: string;
}

/** A gaff sail: luff at the mast, head on the gaff, leech a little hollow, foot a little round. */
function gaffSail(tack: Point, throat: Point, peak: Point, clew: Point): Sail {
  const head = line(throat, peak);
  const leech = bend(peak, clew, 0.02);
  const foot = bend(clew, tack, 0.025);
  const cloths = [1, 2, 3, 4, 5].map((i) => path([head(i / 6), foot(1 - i / 6)]));
  return {
    outline: path([tack, throat, ...sample(leech, 0, 1, 10), ...sample(foot, 0, 1, 10)], true),
    seams: cloths.join(''),
  };
}

/** A sail set on a stay: its cloths run square to the leech. */
function staySail(head: Point, tack: Point, clew: Point): Sail {
  const leech = bend(head, clew, 0.03);
  const foot = bend(clew, tack, 0.05);
  const luff = line(head, tack);
  const cloths = [0.25, 0.45, 0.64, 0.82].map((t) => path([luff(t), leech(Math.min(1, t * 1.12))]));
  return {
    outline: path([head, ...sample(leech, 0, 1, 10), ...sample(foot, 0, 1, 10)], true),
    seams: cloths.join(''),
  };
}

/** A shallow arc between two points: `depth` as a part of their distance, to the left of the way. */
function bend([x0, y0]: Point, [x1, y1]: Point, depth: number) {
  const [dx, dy] = [(y1 - y0) * depth, (x0 - x1) * depth];
  const at = (t: number): Point => [x0 + (x1 - x0) * t + dx * 1.33, y0 + (y1 - y0) * t + dy * 1.33];
  return bezier([x0, y0], at(1 / 3), at(2 / 3), [x1, y1]);
}

export function sails(): readonly Sail[] {
  return [
    gaffSail([474, 231], [467, 108], [304, -13], [146, 169]),
    gaffSail([733, 233], [727, 121], [584, 15], [512, 213]),
    staySail([464, -30], [466, 96], [312, -17]),
    staySail([723, -8], [727, 108], [592, 11]),
    staySail([752, 94], [996, 168], [790, 226]),
    staySail([760, 16], [1102, 134], [888, 212]),
  ];
}

/** Standing rigging: stays between the masts and to the bowsprit, and the stays of the head. */
export function stays(): string {
  const lines: readonly (readonly [Point, Point])[] = [
    [MAIN.truck, FORE.truck],
    [MAIN.hounds, [FORE.hounds[0], FORE.hounds[1] + 4]],
    [FORE.truck, SPRIT.end],
    [
      [FORE.hounds[0] + 4, FORE.hounds[1] + 6],
      [1016, 168],
    ],
    [SPRIT.end, [992, 300]],
    [MAIN.truck, [300, -22]],
    [FORE.truck, [580, 6]],
    [
      [136, 172],
      [302, -20],
    ],
  ];
  return lines.map(([from, to]) => path([from, to])).join('');
}

const SHROUDS = [8, 24, 40];
const RATLINES = 9;

/** Shrouds from the hounds to the rail abaft each mast, and the ratlines on them. */
export function shrouds(): { readonly shrouds: string; readonly ratlines: string } {
  const sets = [MAIN, FORE].map(({ deck, hounds }) =>
    SHROUDS.map((aft) => line([hounds[0], hounds[1] + 8], [deck[0] - aft, deck[1] - 4])),
  );
  const heights = Array.from({ length: RATLINES }, (_, i) => 0.24 + (0.72 * i) / RATLINES);
  return {
    shrouds: sets.flatMap((set) => set.map((shroud) => path([shroud(0), shroud(1)]))).join(''),
    ratlines: sets
      .flatMap((set) => heights.map((t) => path(set.map((shroud) => shroud(t)))))
      .join(''),
  };
}
