import type { Journey } from './score.ts';
import type { Sheet } from './sheet.ts';
import { lengthAt, wayOf, type Way, type WayPoint } from './way.ts';

/** How far what goes from a host to itself swings out, and how far it falls at least, px. */
const LOOP = { out: 30, fall: 22 } as const;
/** A cross stands clear of both ends of a leg, in parts of it. */
const CROSS = { least: 0.15, most: 0.9 } as const;
/** Where the line of something ends of which nobody saw whether it arrived. */
const UNSEEN = 0.62;

/** The line of something that travels. */
export interface Drawn<J extends Journey> {
  readonly journey: J;
  readonly way: Way;
  readonly lost: number | null;
}

/** The lines of all that travels, before they are labelled. */
export function drawTrails<J extends Journey>(
  journeys: readonly J[],
  sheet: Sheet,
): readonly Drawn<J>[] {
  return journeys.map((journey) => {
    const way = wayOn(journey, sheet);
    return { journey, way, lost: lostPart(journey, way, sheet.recordEnd) };
  });
}

/** The line that a journey draws on a sheet. */
function wayOn({ id, stops }: Journey, { columns, y, spacing }: Sheet): Way {
  const downs = spacing.stops.get(id) ?? [];
  const points = stops.map(({ node, t }, i): WayPoint => {
    const column = columns.get(node);
    const next = columns.get((stops[i + 1] ?? stops[i - 1])?.node ?? node);
    const x = column?.x ?? 0;
    const towards = Math.sign((next?.x ?? x) - x);
    return { x: x + towards * (column?.half ?? 0), y: y(t) + (downs[i] ?? 0), t };
  });
  const [first, last] = [points[0], points[points.length - 1]];
  if (first === undefined || last === undefined || stops[0]?.node !== stops[1]?.node) {
    return wayOf(points);
  }
  const side = columns.get(stops[0]?.node ?? '')?.side === 1 ? -1 : 1;
  const fall = Math.max(LOOP.fall, last.y - first.y);
  const out = first.x + side * LOOP.out;
  return wayOf([
    first,
    { x: out, y: first.y + fall * 0.35, t: first.t },
    { x: out, y: first.y + fall * 0.65, t: last.t },
    { ...last, y: first.y + fall },
  ]);
}

/** Which part of its way something comes, from 0 to 1; `null` if it arrives. `end`: of the record, ms. */
function lostPart(journey: Journey, way: Way, end: number): number | null {
  const { fate, lostAt, thrown, stops } = journey;
  if (fate === 'unknown') return UNSEEN;
  if (fate === 'on its way') return lengthAt(way, end) / (way.length || 1);
  if (lostAt === null) return null;
  const length = way.length || 1;
  const by = thrown === null ? -1 : stops.findLastIndex(({ node }) => node === thrown.by);
  if (by > 0 && by < way.points.length) return (way.lengths[by] ?? 0) / length;
  const last = way.points.findLastIndex(({ t }, i) => i < way.points.length - 1 && t <= lostAt);
  const [p, q] = [way.points[Math.max(0, last)], way.points[Math.max(0, last) + 1]];
  const [from, to] = [way.lengths[Math.max(0, last)] ?? 0, way.lengths[Math.max(0, last) + 1] ?? 0];
  const part = p === undefined || q === undefined ? 0.5 : (lostAt - p.t) / (q.t - p.t || 1);
  return (from + (to - from) * Math.min(CROSS.most, Math.max(CROSS.least, part))) / length;
}

/** Where folds lie across a line, from 0 to 1: only what takes very long goes through one. */
export function breaksOf(
  { t1, t2 }: Journey,
  { points }: Way,
  { folds }: Sheet,
): readonly number[] {
  const [first, last] = [points[0], points[points.length - 1]];
  if (first === undefined || last === undefined || t2 <= t1) return [];
  return foldsBetween(folds, first.y, last.y).map(({ y }) => (y - first.y) / (last.y - first.y));
}

/** The folds in a stretch of the sheet. They stand in order, so the search begins at the right one. */
function foldsBetween(folds: Sheet['folds'], y1: number, y2: number): Sheet['folds'] {
  let [low, high] = [0, folds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folds[middle]?.y ?? 0) <= y1) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((folds[end]?.y ?? Infinity) < y2) end++;
  return folds.slice(low, end);
}
