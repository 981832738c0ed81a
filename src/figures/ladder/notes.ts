import { uprightBox, type Box } from './box.ts';
import { firstFree, type Field } from './field.ts';
import type { Column, CutMark, HopMark, Lane, Note } from './geometry.ts';
import { textWidth, type Face } from './metrics.ts';
import { callName, stateName } from './names.ts';
import type { Cut, Flight, Score } from './score.ts';
import { heightOf, isLettered, lanesWidth, type Sheet } from './sheet.ts';

/** A place for a note: where its text begins or ends, and its baseline. px */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: Note['anchor'];
}

/** A note that looks for a place. */
export interface Wanted {
  readonly kind: Note['kind'];
  readonly t: number;
  /** Wordings, the best first. */
  readonly texts: readonly string[];
  readonly face: Face;
  readonly size: number;
  readonly spots: readonly Spot[];
}

/** From a lifeline to a note beside it, px. */
const BESIDE = 5;
/** Baselines from the height of the time, the best first, px. */
const HEIGHTS = [-6, 14, -19, 27, -32, 40];

/** The first place for a note between the outer lifelines where nothing stands yet: it is taken then. */
export function put(wanted: Wanted, field: Field<unknown>, form: Sheet['form']): Note | null {
  const { kind, t, texts, face, size, spots } = wanted;
  const [left, right] = [form.xA + 2, form.xB - 2];
  for (const text of texts) {
    const width = textWidth(text, face, size) + 2;
    const inside = spots
      .map((spot) => ({ spot, box: boxAt(spot, width, size) }))
      .filter(({ box: { cx, hw } }) => cx - hw >= left && cx + hw <= right);
    const found =
      inside[
        firstFree(
          inside.map(({ box }) => box),
          field,
        )
      ];
    if (found === undefined) continue;
    field.add(found.box, null);
    return { kind, text, t, box: found.box, ...found.spot };
  }
  return null;
}

function boxAt({ x, y, anchor }: Spot, width: number, size: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return uprightBox(left, y - size * 0.78, left + width, y + size * 0.24);
}

/** Places beside a lifeline, on the sides where there is paper. */
function beside({ x, side, half }: Column, y: number): readonly Spot[] {
  const sides = side === 0 ? [1, -1] : [-side];
  return HEIGHTS.flatMap((dy) =>
    sides.map((to): Spot => {
      const at = x + to * (half + BESIDE);
      return { x: at, y: y + dy, anchor: to > 0 ? 'start' : 'end' };
    }),
  );
}

/**
 * What stands beside the lifelines of hosts whose states are written down their lanes: their users'
 * calls, and states that are too short for their names. `missing`: how much found no place.
 */
export function placeHostNotes(
  score: Score,
  columns: readonly Column[],
  lanes: readonly Lane[],
  field: Field<unknown>,
  sheet: Sheet,
): { readonly notes: readonly Note[]; readonly missing: number } {
  const { form, t } = sheet;
  const size = form.size.remark;
  const wanted = columns
    .filter((column) => isLettered(column, form))
    .flatMap((column): Wanted[] => {
      const own = <E extends { readonly host: string }>(all: readonly E[]) =>
        all.filter(({ host }) => host === column.name);
      const spots = (n: number, time: number) => beside(column, heightOf(sheet, n, time));
      return [
        ...own(score.calls).map((call): Wanted => ({
          ...{ kind: 'call', t: call.t, face: 'remark', size, spots: spots(call.n, call.t) },
          texts: [callName(call, form.small, t), callName(call, true, t)],
        })),
        ...own(score.crashes).map((crash): Wanted => ({
          ...{ kind: 'call', t: crash.t, face: 'remark', size, spots: spots(crash.n, crash.t) },
          texts: [t('ladder.crash')],
        })),
        ...own(lanes)
          .filter(({ lettering }) => lettering === null)
          .map((lane): Wanted => ({
            ...{ kind: 'state', t: lane.t1, face: 'state', size: size - 0.5 },
            texts: [stateName(lane.state, form.small, t), stateName(lane.state, true, t)],
            spots: beside(column, lane.y1),
          })),
      ];
    });
  const notes = wanted.sort((a, b) => a.t - b.t).map((each) => put(each, field, form));
  const placed = notes.filter((note) => note !== null);
  return { notes: placed, missing: notes.length - placed.length };
}

/** What NATs write into segments: in words where a NAT does it for the first time, one way and back. */
export function placeNatNotes(
  flights: readonly { readonly flight: Flight; readonly hops: readonly HopMark[] }[],
  field: Field<unknown>,
  { columns, form, t }: Sheet,
): readonly Note[] {
  const told = new Set<string>();
  return flights.flatMap(({ flight: { seg }, hops }) =>
    hops.flatMap(({ node, at, t: time, rewritten }) => {
      if (rewritten === null) return [];
      const isOut =
        rewritten.src.address !== seg.src.address || rewritten.src.port !== seg.src.port;
      const { address, port } = isOut ? rewritten.src : rewritten.dst;
      const key = `${node} ${String(isOut)} ${address} ${port}`;
      const column = columns.get(node);
      if (told.has(key) || column === undefined) return [];
      told.add(key);
      const what = isOut ? 'src' : 'dst';
      const was = isOut ? seg.src.port : seg.dst.port;
      const brief = was === port ? address : `:${port}`;
      const texts = [`${address}:${port}`, brief].map((as) => t(`ladder.nat.${what}`, { as }));
      const sides: readonly (1 | -1)[] = [1, -1];
      const spots = [26, -8, 39, -21, 14, 52, -34].flatMap((dy) =>
        sides.map((to): Spot => ({
          ...{ x: at[0] + to * BESIDE, y: at[1] + dy, anchor: to > 0 ? 'start' : 'end' },
        })),
      );
      const note = put(
        { kind: 'nat', t: time, texts, face: 'numbers', size: 11, spots },
        field,
        form,
      );
      return note === null ? [] : [note];
    }),
  );
}

/** Links that are cut, with the words at both ends where there is room for them. */
export function placeCuts(
  cuts: readonly Cut[],
  field: Field<unknown>,
  sheet: Sheet,
): readonly CutMark[] {
  const { columns, y, form, t } = sheet;
  return cuts.flatMap(({ between, from, to }): CutMark[] => {
    const ends = between.map((name) => columns.get(name)).filter((end) => end !== undefined);
    const [a, b] = ends.sort((one, other) => one.x - other.x);
    if (a === undefined || b === undefined) return [];
    const [x1, x2] = [a.x + a.half, b.x - b.half];
    const [y1, y2] = [y(from), y(to)];
    const spots = (heights: readonly number[]): readonly Spot[] =>
      heights.flatMap((at): Spot[] => [
        { x: (x1 + x2) / 2, y: at, anchor: 'middle' },
        { x: x1 + 12, y: at, anchor: 'start' },
        { x: x2 - 12, y: at, anchor: 'end' },
      ]);
    const word = (key: string, time: number, heights: readonly number[]): Note | null =>
      put(
        {
          ...{ kind: 'cut', t: time, texts: [t(key)], face: 'remark', size: form.size.remark },
          spots: spots(heights),
        },
        field,
        form,
      );
    const cut = word('ladder.cut', from, [y1 + 14, y1 + 28, y1 - 5, y1 + 42]);
    const mended =
      to === Infinity ? null : word('ladder.mended', to, [y2 - 6, y2 - 20, y2 + 14, y2 - 34]);
    const texts = [cut, mended].filter((note) => note !== null);
    return [{ x1, x2, y1, y2, t1: from, t2: to, texts }];
  });
}

/** The paper that lanes between the outer lifelines take. */
export function innerLaneBoxes(
  columns: readonly Column[],
  tracks: (host: string) => number,
  { form, y }: Sheet,
): readonly Box[] {
  return columns.flatMap(({ name, side, kind, x }) => {
    if (side !== 0 || kind !== 'host') return [];
    const half = lanesWidth(tracks(name), form.letteredLane) / 2;
    return [uprightBox(x - half, form.head, x + half, y(Infinity))];
  });
}
