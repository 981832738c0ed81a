import { MOMENT } from '#trace/moment.ts';
import type { Geometry } from './geometry.ts';
import { timeAt, yAt } from './scale.ts';

/** How fast the caret walks down the drawing, px per second, and how long it rests at an event, ms. */
const SPEED = 90;
const REST = 900;
/** How long it stays at each event where nothing may move, ms. */
const STILL = 1600;

/** How many of the times, which stand in order, come before `t`. */
function placeOf(times: readonly number[], t: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The time so many events before (`by` < 0) or after `now`; the first or last one at the ends. */
export function neighbour(times: readonly number[], now: number, by: number): number {
  const before = placeOf(times, now - MOMENT) - 1;
  const after = placeOf(times, now + MOMENT);
  const place = by < 0 ? before + by + 1 : after + by - 1;
  return times[Math.min(times.length - 1, Math.max(0, place))] ?? now;
}

/** The event within `reach` px of a time, or the time itself. */
export function snapped({ scale }: Geometry, times: readonly number[], now: number, reach: number) {
  const y = yAt(scale, now);
  const away = (t: number) => Math.abs(yAt(scale, t) - y);
  const place = placeOf(times, now);
  const near = times.slice(Math.max(0, place - 1), place + 1);
  const [nearest] = near.sort((a, b) => away(a) - away(b));
  return nearest !== undefined && away(nearest) <= reach ? nearest : now;
}

export interface Walk {
  readonly stop: () => void;
}

/**
 * Walks the caret to the end: along the drawing, with a rest at every event, so that its sentence
 * can be read; or, where motion is to be reduced, from event to event.
 */
export function startWalk(options: {
  readonly geometry: Geometry;
  readonly times: readonly number[];
  readonly from: number;
  readonly still: boolean;
  readonly onMove: (now: number) => void;
  readonly onEnd: () => void;
}): Walk {
  const { geometry, times, still, onMove, onEnd } = options;
  let now = options.from;
  let request = 0;
  let last = performance.now();
  let restUntil = last + (still ? STILL : REST);

  const advance = (elapsed: number): number => {
    const next = neighbour(times, now, 1);
    if (still) return next;
    const y = yAt(geometry.scale, now) + (SPEED * elapsed) / 1000;
    return Math.min(next, timeAt(geometry.scale, y));
  };
  const frame = (clock: number) => {
    const elapsed = clock - Math.max(last, restUntil);
    last = clock;
    if (elapsed > 0) {
      now = advance(elapsed);
      onMove(now);
      if (now >= geometry.end) return onEnd();
      if (times[placeOf(times, now)] === now) restUntil = clock + (still ? STILL : REST);
    }
    request = requestAnimationFrame(frame);
  };
  request = requestAnimationFrame(frame);
  return { stop: () => cancelAnimationFrame(request) };
}
