import type { Scenario } from '#scenario/scenario.ts';
import { fail, type Asked } from './problem.ts';

const files = import.meta.glob<Scenario>(['../../content/scenarios/*.ts', '!**/*.test.ts'], {
  eager: true,
  import: 'default',
});

/** The scenario of a name in `content/scenarios/`, or the one that is given. Stops the build if there is none. */
export function scenarioOf(asked: Asked, named: string | Scenario): Scenario {
  if (typeof named !== 'string') return named;
  const found = files[`../../content/scenarios/${named}.ts`];
  if (found !== undefined) return found;
  return fail(
    asked,
    `there is no scenario “${named}”.`,
    `Write content/scenarios/${named}.ts, or name another.`,
  );
}
