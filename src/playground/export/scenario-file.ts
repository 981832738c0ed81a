import type { Scenario } from '#scenario/scenario.ts';
import type { Session } from '../model/session.ts';
import { toScenario } from '../model/to-scenario.ts';
import { literal } from './literal.ts';

/**
 * A session as the file of a scenario, ready for `content/scenarios/`: run there, it gives the Trace
 * that the reader saw up to `until`, ms. `id`: letters, digits and hyphens. Deeds that could not be
 * done must be left out of the session: a scenario that asks for what cannot be is refused.
 */
export function scenarioFile(session: Session, until: number, id: string): string {
  const seen = { ...session, deeds: session.deeds.filter(({ at }) => at <= until) };
  const scenario: Scenario = { ...toScenario(seen, Math.ceil(until)), id };
  return [
    "import type { Scenario } from '#scenario/scenario.ts';",
    '',
    '/** Made in the playground. */',
    `export default ${literal(scenario)} satisfies Scenario;`,
    '',
  ].join('\n');
}
