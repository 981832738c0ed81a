import { runScenario } from '#scenario/run.ts';
import type { Scenario, ScenarioHost } from '#scenario/scenario.ts';
import { toJson } from '#trace/json.ts';
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
  const named = session.setup.hosts.map(({ isn }) => isn.length);
  const scenario = withFewNumbers({ ...toScenario(seen, Math.ceil(until)), id }, named);
  return [
    "import type { Scenario } from '#scenario/scenario.ts';",
    '',
    '/** Made in the playground. */',
    `export default ${literal(scenario)} satisfies Scenario;`,
    '',
  ].join('\n');
}

/**
 * The same scenario without the initial sequence numbers that nobody used: with those that are left it
 * gives the same Trace. `named`: as many of each host stay in any case.
 */
function withFewNumbers(scenario: Scenario, named: readonly number[]): Scenario {
  const whole = toJson(runScenario(scenario));
  let short = scenario;
  scenario.hosts.forEach(({ isn }, place) => {
    for (let n = named[place] ?? 1; n < isn.length; n++) {
      const tried = withNumbers(short, place, isn.slice(0, n));
      if (toJson(runScenario(tried)) !== whole) continue;
      short = tried;
      break;
    }
  });
  return short;
}

function withNumbers(scenario: Scenario, place: number, isn: readonly number[]): Scenario {
  const change = (host: ScenarioHost, i: number) => (i === place ? { ...host, isn } : host);
  const [a, b, ...more] = scenario.hosts;
  return {
    ...scenario,
    hosts: [change(a, 0), change(b, 1), ...more.map((c, i) => change(c, i + 2))],
  };
}
