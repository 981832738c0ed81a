import { stage } from '#scenario/fixtures.ts';
import { runScenario, setStage } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { Trace } from '#trace/trace.ts';

/**
 * For tests: a life with everything in it. B listens before the record begins, octets wait unread, A
 * closes, B reads to the end and never closes.
 */
export const LEAK: Scenario = {
  ...stage,
  id: 'leak',
  script: [
    ...stage.script,
    { at: 200, host: 'A', do: 'send', text: 'hello' },
    { at: 400, host: 'A', do: 'close' },
    { at: 600, host: 'B', do: 'receive', max: 100 },
    { at: 700, host: 'B', do: 'receive', max: 100 },
  ],
  until: 10_000,
};

/** For tests: LEAK as a Trace. */
export const leak: Trace = runScenario(LEAK);

/** For tests: a world that has played the scenario up to `ms`, and its Trace. */
export function playedTo(scenario: Scenario, ms: number) {
  const world = setStage(scenario);
  return { world, trace: world.run(ms) };
}
