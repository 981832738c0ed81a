import { depths, directNeeds, type Task } from './needs.ts';

/** A task with the chapter it belongs to, by that chapter's place in the course. */
export interface MapTask extends Task {
  readonly lane: number;
  /** On a narrow map it stands in the first column, which only such tasks may use. */
  readonly isSpine?: boolean;
}

/** px. `along` is the way from what comes first to what comes last, `across` the other. */
export interface Measures {
  readonly box: { readonly along: number; readonly across: number };
  readonly gap: { readonly along: number; readonly across: number };
  /** Between the rows of two chapters, where they have rows of their own. */
  readonly laneGap: number;
}

export interface PlacedBox {
  readonly id: string;
  /** The corner nearest to the beginning. */
  readonly along: number;
  readonly across: number;
}

export interface PlacedLine {
  readonly from: string;
  readonly to: string;
  /** Corners as pairs of along and across. */
  readonly points: readonly (readonly [number, number])[];
}

export interface PlacedMap {
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly PlacedLine[];
  /** Where the rows of each lane begin and end, across. */
  readonly lanes: readonly { readonly lane: number; readonly from: number; readonly to: number }[];
  readonly along: number;
  readonly across: number;
}

interface Cell {
  readonly layer: number;
  readonly row: number;
}

/** The labs in rows by chapter, from left to right by what they need. */
export function wideMap(tasks: readonly MapTask[], measures: Measures): PlacedMap {
  const depth = depths(tasks);
  const lanes = [...new Set(tasks.map(({ lane }) => lane))].sort((a, b) => a - b);
  const cells = new Map<string, Cell>();
  const rows: number[] = [];
  for (const lane of lanes) {
    const first = rows.length;
    const taken = new Set<string>();
    for (const { id } of tasks.filter((task) => task.lane === lane)) {
      const layer = depth.get(id) ?? 0;
      let row = first;
      while (taken.has(`${layer} ${row}`)) row += 1;
      taken.add(`${layer} ${row}`);
      cells.set(id, { layer, row });
      while (rows.length <= row) rows.push(lane);
    }
  }
  return place(tasks, cells, rows, measures);
}

/** The labs from top to bottom by what they need, at most `most` beside each other. */
export function narrowMap(tasks: readonly MapTask[], measures: Measures, most: number): PlacedMap {
  const depth = depths(tasks);
  const cells = new Map<string, Cell>();
  const first = tasks.some(({ isSpine }) => isSpine) ? 1 : 0;
  let layer = 0;
  for (let at = 0; cells.size < tasks.length; at += 1) {
    const here = tasks.filter(({ id }) => depth.get(id) === at);
    const spine = here.filter(({ isSpine }) => isSpine);
    const others = here.filter(({ isSpine }) => !isSpine);
    spine.forEach(({ id }, n) => cells.set(id, { layer: layer + n, row: 0 }));
    others.forEach(({ id }, n) => {
      const row = first + (n % (most - first));
      cells.set(id, { layer: layer + Math.floor(n / (most - first)), row });
    });
    layer += Math.max(spine.length, Math.ceil(others.length / (most - first)));
  }
  return place(tasks, cells, Array<number>(most).fill(0), measures);
}

/** Turns cells into places, and finds every line a way that crosses no box. */
function place(
  tasks: readonly MapTask[],
  cells: ReadonlyMap<string, Cell>,
  rows: readonly number[],
  { box, gap, laneGap }: Measures,
): PlacedMap {
  const starts: number[] = [];
  rows.forEach((lane, row) => {
    const before = starts[row - 1];
    const between = rows[row - 1] === lane ? gap.across : laneGap;
    starts.push(before === undefined ? 0 : before + box.across + between);
  });
  const cellOf = (id: string): Cell => {
    const cell = cells.get(id);
    if (cell === undefined) throw new Error(`“${id}” has no place on the map.`);
    return cell;
  };
  const alongOf = (layer: number) => layer * (box.along + gap.along);
  const acrossOf = (row: number) => starts[row] ?? 0;
  const boxes = tasks.map(({ id }) => {
    const { layer, row } = cellOf(id);
    return { id, along: alongOf(layer), across: acrossOf(row) };
  });
  const ends = directNeeds(tasks).map(([from, to]) => ({
    from,
    to,
    a: cellOf(from),
    b: cellOf(to),
  }));
  const isLong = ({ a, b }: (typeof ends)[number]) => b.layer - a.layer > 1;

  // Everything that comes from one box shares a track between two layers, and no other comes there.
  const tracks = new Map<number, string[]>();
  const channels = new Map<number, string[]>();
  for (const end of ends) {
    share(tracks, end.a.layer, end.from);
    share(tracks, end.b.layer - 1, end.from);
    if (isLong(end)) share(channels, channelBy(end.a.row, end.b.row), end.from);
  }
  const trackOf = (layer: number, id: string) => {
    const all = tracks.get(layer) ?? [];
    return alongOf(layer) + box.along + (gap.along * (all.indexOf(id) + 1)) / (all.length + 1);
  };
  const channelOf = (channel: number, id: string) => {
    const all = channels.get(channel) ?? [];
    return channel + ((all.indexOf(id) + 1) / (all.length + 1) - 0.5) * gap.across;
  };
  const lines = ends.map((end) => {
    const { from, to, a, b } = end;
    const comes = ends.filter((other) => other.to === to).sort((x, y) => x.a.row - y.a.row);
    // Several lines into one box stand beside each other.
    const beside = comes.indexOf(end) - (comes.length - 1) / 2;
    const out = acrossOf(a.row) + box.across / 2;
    const into = acrossOf(b.row) + box.across / 2 + beside * Math.min(12, box.across / 4);
    const start = alongOf(a.layer) + box.along;
    const last = trackOf(b.layer - 1, from);
    const turns: readonly (readonly [number, number])[] = isLong(end)
      ? [
          [trackOf(a.layer, from), out],
          [trackOf(a.layer, from), channelOf(channelBy(a.row, b.row), from)],
          [last, channelOf(channelBy(a.row, b.row), from)],
          [last, into],
        ]
      : [
          [last, out],
          [last, into],
        ];
    return { from, to, points: corners([[start, out], ...turns, [alongOf(b.layer), into]]) };
  });
  /** The middle of the free line beside the target's row, on the side from which the line comes. */
  function channelBy(from: number, to: number): number {
    const isFromBefore = from < to || (from === to && to > 0);
    const edge = isFromBefore ? acrossOf(to) : acrossOf(to) + box.across;
    const next = isFromBefore
      ? acrossOf(to - 1) + box.across
      : to + 1 < rows.length
        ? acrossOf(to + 1)
        : edge + gap.across;
    return (edge + next) / 2;
  }
  const lanes = [...new Set(rows)].map((lane) => ({
    lane,
    from: acrossOf(rows.indexOf(lane)),
    to: acrossOf(rows.lastIndexOf(lane)) + box.across,
  }));
  const layers = Math.max(0, ...[...cells.values()].map(({ layer }) => layer + 1));
  return {
    boxes,
    lines,
    lanes,
    along: Math.max(0, alongOf(layers) - gap.along),
    across: Math.max(0, (starts.at(-1) ?? 0) + box.across),
  };
}

/** Notes that a box uses a track or a channel. */
function share(all: Map<number, string[]>, place: number, id: string): void {
  const there = all.get(place) ?? [];
  if (!there.includes(id)) all.set(place, [...there, id]);
}

/** Without corners that are none. */
function corners(points: readonly (readonly [number, number])[]) {
  return points.filter(([along, across], i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (!before || !after) return true;
    const isStraight =
      (before[0] === along && along === after[0]) || (before[1] === across && across === after[1]);
    return !isStraight;
  });
}
