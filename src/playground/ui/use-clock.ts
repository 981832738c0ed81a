import { useEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../model/view.ts';

/** How much virtual time passes in one second, ms. */
export const SPEEDS = [20, 40, 100, 1_000, 10_000] as const;

/** How often the clock moves, ms: no faster than an eye follows. */
const BEAT = 33;
/** Where nothing is on its way, a wait is hurried through: this part of what is left each second. */
const HURRY = 2.5;
/** Readers who want no motion are shown one event after the other, so many ms apart. */
const PAUSE = 1_200;

/** A clock that plays. */
export interface Clock {
  readonly isPlaying: boolean;
  readonly speed: number;
  setPlaying(isPlaying: boolean): void;
  setSpeed(speed: number): void;
}

/** Lets the clock run while it plays, until nothing is left to happen. */
export function useClock(view: View, turnTo: (now: number) => void): Clock {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(SPEEDS[1]);
  const latest = useRef({ view, turnTo });
  latest.current = { view, turnTo };

  useEffect(() => {
    if (!isPlaying) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let before = performance.now();
    const tick = () => {
      const { view: seen, turnTo: turn } = latest.current;
      if (seen.next === null) return setPlaying(false);
      const time = performance.now();
      const passed = Math.min(time - before, 250) / 1000;
      before = time;
      if (isStill) return turn(seen.next);
      const wait = seen.next - seen.now;
      const hurried = seen.flying.length === 0 ? wait * Math.min(1, passed * HURRY) : 0;
      turn(Math.min(seen.next, seen.now + Math.max(passed * speed, hurried)));
    };
    const timer = setInterval(tick, isStill ? PAUSE : BEAT);
    return () => clearInterval(timer);
  }, [isPlaying, speed]);

  return { isPlaying, speed, setPlaying, setSpeed };
}
