/** The sheet a ladder is drawn on: where its columns stand and how large its letters are. px. */
export interface Form {
  readonly width: number;
  /** Short state names, no ruler, no addresses. */
  readonly small: boolean;
  /** The first lifeline and the last. */
  readonly xA: number;
  readonly xB: number;
  /** Width of a state lane, and its distance from the lifeline. */
  readonly lane: number;
  readonly laneGap: number;
  /** The width of a lane whose state is written down it. */
  readonly letteredLane: number;
  /**
   * Where the states of the outer hosts stand: beside their lanes, or down their lanes, where three
   * hosts and more leave no room beside them.
   */
  readonly names: 'beside' | 'down';
  /** From the lane to the name of a state. */
  readonly nameGap: number;
  /** Where the ruler stands; `null` for none. */
  readonly ruler: number | null;
  /** Height of the heads: the hosts' names. */
  readonly head: number;
  readonly size: { readonly flags: number; readonly numbers: number; readonly remark: number };
}

/** What has to stand on a sheet. */
export interface Load {
  /** How many hosts, and how many lifelines with those of routers. */
  readonly hosts: number;
  readonly columns: number;
  /** How many lanes the first and the last host have. */
  readonly tracks: readonly [first: number, last: number];
}

/** Two hosts with one connection each. */
const PLAIN: Load = { hosts: 2, columns: 2, tracks: [1, 1] };

/** A drawing narrower than this has no room for a ruler and long state names. */
export const SMALL_BELOW = 420;

/** The two drawings that a page carries. Neither is ever scaled down: each is as wide as it says. */
export const WIDTHS = { wide: 600, narrow: 346 } as const;
export type Width = keyof typeof WIDTHS | number;

/** Room for the longest name of a state at 12 px (CLOSE-WAIT) and at 13 px (SYN-RECEIVED). */
export const SMALL_NAME = 65;
export const LARGE_NAME = 84;
/** Between two lanes of one host. */
export const LANE_APART = 3;
/** With so many lifelines even a wide sheet has none to spare: states stand down their lanes. */
const CROWDED = 5;

/** The form for a width: names outside, ruler on the far left, the rest is for the arrows. */
export function formOf(width: Width, { hosts, columns, tracks }: Load = PLAIN): Form {
  const w = typeof width === 'number' ? width : WIDTHS[width];
  const small = w < SMALL_BELOW;
  const lane = small ? 10 : 12;
  const [laneGap, letteredLane] = [5, 17];
  const lanes = (count: number, each: number) => count * each + (count - 1) * LANE_APART + laneGap;
  const size = small
    ? { flags: 12.5, numbers: 11, remark: 12 }
    : { flags: 13, numbers: 12, remark: 13 };
  const common = { width: w, small, lane, laneGap, letteredLane, size };
  const ruler = small ? null : 44;
  const left = ruler === null ? 0 : ruler + 8;
  if ((small && hosts > 2) || (!small && columns >= CROWDED && hosts > 2)) {
    const outer = (count: number) => 3 + lanes(count, letteredLane);
    return {
      ...{ ...common, names: 'down', nameGap: 5, ruler, head: small ? 64 : 76 },
      ...{ xA: left + outer(tracks[0]), xB: w - outer(tracks[1]) },
    };
  }
  const [name, nameGap] = small ? [SMALL_NAME, 5] : [LARGE_NAME, 6];
  const outer = (count: number) => name + nameGap + lanes(count, lane);
  return {
    ...{ ...common, names: 'beside', nameGap, ruler, head: headOf(small, columns) },
    ...{ xA: left + outer(tracks[0]), xB: w - outer(tracks[1]) },
  };
}

/** Titles of inner columns stand below their signs, and take more height. */
function headOf(small: boolean, columns: number): number {
  if (columns > 2) return small ? 64 : 76;
  return small ? 52 : 62;
}
