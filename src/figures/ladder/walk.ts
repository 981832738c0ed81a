import type { Geometry } from './geometry.ts';
import { timeAt, yAt } from './scale.ts';

/** How fast the caret walks down the drawing, px per second, and how long it rests at an event, ms. */
const SPEED = 90;
const REST = 900;
/** How long it stays at each event where nothing may move, ms. */
const STILL = 1600;

/** The event before or after a time; the first or last one at the ends. */
export function neighbour(times: readonly number[], now: number, direction: -1 | 1): number {
  const far = 1e-6;
  const found =
    direction < 0
      ? [...times].reverse().find((t) => t < now - far)
      : times.find((t) => t > now + far);
  return found ?? (direction < 0 ? (times[0] ?? now) : (times[times.length - 1] ?? now));
}

/** The event within `reach` px of a time, or the time itself. */
export function snapped({ scale }: Geometry, times: readonly number[], now: number, reach: number) {
  const y = yAt(scale, now);
  return times.find((t) => Math.abs(yAt(scale, t) - y) <= reach) ?? now;
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
      if (times.includes(now)) restUntil = clock + (still ? STILL : REST);
    }
    request = requestAnimationFrame(frame);
  };
  request = requestAnimationFrame(frame);
  return { stop: () => cancelAnimationFrame(request) };
}
