import type { ConsoleLine, ConsoleOutput, EventRef } from './sandbox.ts';
import { cut, show } from './show.ts';

/** More lines than this are counted and not kept. */
export const MAX_LINES = 200;

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;

export interface Captured {
  /** What the learner's code is given as `console`. */
  readonly console: Readonly<Record<ConsoleLine['level'], (...values: unknown[]) => void>>;
  /** What is printed from now on is printed while `at` is handled. */
  during(at: EventRef): void;
  /** What was printed since the last call; nothing is being handled any more. */
  take(): ConsoleOutput;
}

/** A console that keeps what is printed: 200 lines of 2 000 characters. */
export function captureConsole(): Captured {
  let lines: ConsoleLine[] = [];
  let left = 0;
  let now: EventRef = null;
  const print = (level: ConsoleLine['level']) => [
    level,
    (...values: unknown[]) => {
      if (lines.length >= MAX_LINES) left += 1;
      else lines.push({ level, text: cut(values.slice(0, 100).map(show).join(' ')), at: now });
    },
  ];
  return {
    console: Object.fromEntries(LEVELS.map(print)) as Captured['console'],
    during(at) {
      now = at;
    },
    take() {
      const output = { lines, left };
      lines = [];
      left = 0;
      now = null;
      return output;
    },
  };
}
