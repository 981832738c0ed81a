import type { Engine } from './engine.ts';

/*
 * Which engine is at work. Ring arithmetic and the checks must be those of the engine that a plank
 * was put into, yet a plank is a plain function that imports them by name. `step` is synchronous,
 * so the engine that runs can be noted here for its duration; nobody outside can tell.
 */

let running: Engine | null = null;
let learnerActed = false;

/** The engine whose step is being taken, or `null` between steps. */
export function runningEngine(): Engine | null {
  return running;
}

/** The engine whose step is being taken. Throws between steps: what asks for it belongs into one. */
export function atWork(): Engine {
  if (running === null) throw new Error('no engine is taking a step');
  return running;
}

/** Notes that the learner's code took part in the step. */
export function learnerActs(): void {
  learnerActed = true;
}

/** Runs `body` with `engine` as the one at work. */
export function runWith<T>(engine: Engine, body: () => T): { value: T; learnerActed: boolean } {
  const outer = { running, learnerActed };
  running = engine;
  learnerActed = false;
  try {
    return { value: body(), learnerActed };
  } finally {
    running = outer.running;
    learnerActed = outer.learnerActed;
  }
}
