/** The sheet a ladder is drawn on: where its columns stand and how large its letters are. px. */
export interface Form {
  readonly width: number;
  /** Short state names, no ruler, no addresses. */
  readonly small: boolean;
  /** The two lifelines. */
  readonly xA: number;
  readonly xB: number;
  /** Width of a state lane, and its distance from the lifeline. */
  readonly lane: number;
  readonly laneGap: number;
  /** From the lane to the name of a state. */
  readonly nameGap: number;
  /** Where the ruler stands; `null` for none. */
  readonly ruler: number | null;
  /** Height of the heads: the hosts' names. */
  readonly head: number;
  readonly size: { readonly flags: number; readonly numbers: number; readonly remark: number };
}

/** A drawing narrower than this has no room for a ruler and long state names. */
export const SMALL_BELOW = 420;

/** The two drawings that a page carries. Neither is ever scaled down: each is as wide as it says. */
export const WIDTHS = { wide: 600, narrow: 346 } as const;
export type Width = keyof typeof WIDTHS | number;

/** Room for the longest name of a state at 12 px (CLOSE-WAIT) and at 13 px (SYN-RECEIVED). */
const SMALL_NAME = 65;
const LARGE_NAME = 84;

/** The form for a width: names outside, ruler on the far left, the rest is for the arrows. */
export function formOf(width: Width): Form {
  const w = typeof width === 'number' ? width : WIDTHS[width];
  if (w < SMALL_BELOW) {
    const side = SMALL_NAME + 5 + 10 + 5;
    return {
      ...{ width: w, small: true, xA: side, xB: w - side, lane: 10, laneGap: 5, nameGap: 5 },
      ...{ ruler: null, head: 52, size: { flags: 12.5, numbers: 11, remark: 12 } },
    };
  }
  const side = LARGE_NAME + 6 + 12 + 5;
  const ruler = 44;
  return {
    ...{ width: w, small: false, xA: ruler + 8 + side, xB: w - side, lane: 12, laneGap: 5 },
    ...{ nameGap: 6, ruler, head: 62, size: { flags: 13, numbers: 12, remark: 13 } },
  };
}
