import type { Translator } from '#text/text.ts';
import { LANE_APART, type Form } from './form.ts';
import type { Node } from './columns.ts';
import type { Column, FoldMark } from './geometry.ts';
import type { Extras } from './label-words.ts';
import type { Numbers } from './numbers.ts';
import type { Spacing } from './spacing.ts';

/** What everything on a ladder is placed on. */
export interface Sheet {
  readonly form: Form;
  readonly columns: ReadonlyMap<string, Column>;
  /** The height of a time. */
  readonly y: (t: number) => number;
  readonly spacing: Spacing;
  readonly folds: readonly FoldMark[];
  /** When the record ends, ms. */
  readonly recordEnd: number;
  readonly numbers: Numbers;
  readonly extras: Extras;
  readonly t: Translator;
}

/** The height at which an entry of the trace is drawn. */
export function heightOf({ y, spacing }: Sheet, n: number | null, t: number): number {
  return y(t) + (n === null ? 0 : (spacing.entries.get(n) ?? 0));
}

/** The lifelines. `gaps`: from each to the next, as parts of all; `tracks`: how many lanes a host has. */
export function columnsOf(
  nodes: readonly Node[],
  gaps: readonly number[],
  form: Form,
  tracks: (host: string) => number,
): readonly Column[] {
  const last = nodes.length - 1;
  const widths = widthsOf(nodes, gaps, form);
  let x = form.xA;
  return nodes.map(({ name, kind }, i): Column => {
    x += i === 0 ? 0 : (widths[i - 1] ?? 0);
    const side = i === 0 ? -1 : i === last ? 1 : 0;
    const isInner = side === 0 && kind === 'host';
    return {
      name,
      kind,
      x,
      side,
      half: isInner ? lanesWidth(tracks(name), form.letteredLane) / 2 : 0,
    };
  });
}

/** No two lifelines stand closer, as long as there is room, px: a router beside a host, and others. */
const CLOSEST = { router: 34, small: 50, large: 66 } as const;

/** From each lifeline to the next, px: all of what there is, by the gaps' parts. */
function widthsOf(
  nodes: readonly Node[],
  gaps: readonly number[],
  { xA, xB, small, names }: Form,
): readonly number[] {
  const all = xB - xA;
  const least = gaps.map((_gap, i) => {
    const isRouter = nodes.slice(i, i + 2).some(({ kind }) => kind !== 'host');
    const closest = small ? CLOSEST.small : CLOSEST.large;
    const own = isRouter && names === 'beside' ? CLOSEST.router : closest;
    return Math.min(own, all / Math.max(1, gaps.length));
  });
  const spare = all - least.reduce((total, own) => total + own, 0);
  // What a gap wants beyond the least is what the rest is shared out by.
  const wants = gaps.map((gap, i) => Math.max(0, gap * all - (least[i] ?? 0)));
  const sum = wants.reduce((total, want) => total + want, 0);
  return wants.map(
    (want, i) => (least[i] ?? 0) + (sum === 0 ? spare / gaps.length : (want * spare) / sum),
  );
}

/** What so many lanes take side by side, px. */
export function lanesWidth(count: number, lane: number): number {
  return count * lane + (count - 1) * LANE_APART;
}

/** Are the states of a column written down its lanes? */
export function isLettered({ side }: Pick<Column, 'side'>, { names }: Form): boolean {
  return side === 0 || names === 'down';
}

/** The width of a column's lanes, and the left edge of one of them, px. */
export function lanePlace(column: Column, form: Form, track: number): { x: number; width: number } {
  const { x, side, half } = column;
  const width = isLettered(column, form) ? form.letteredLane : form.lane;
  const inward = track * (width + LANE_APART);
  if (side === 0) return { x: x - half + inward, width };
  if (side > 0) return { x: x + form.laneGap + inward, width };
  return { x: x - form.laneGap - width - inward, width };
}
