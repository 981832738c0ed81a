import { type Engine, RFC9293, reference } from '#tcp';
import { isnFrom } from '#network/isn.ts';
import { createLink } from '#network/link.ts';
import { seededRandom } from '#network/random.ts';
import { createWorld, type WorldHost } from '#network/world.ts';
import type { Trace } from '#trace/trace.ts';
import { callOf, ScenarioError } from './call.ts';
import type { Scenario, ScenarioHost, ScriptLine } from './scenario.ts';
import { oldSegment } from './segments.ts';
import { twoWay } from './two-way.ts';

export interface RunOptions {
  /** Transmissions to lose besides those that the scenario names. */
  readonly lose?: readonly string[];
  /** Engines to play the hosts with, instead of the scenario's own. */
  readonly engines?: { readonly A?: Engine; readonly B?: Engine };
}

/**
 * Plays a scenario: two hosts, a link, one clock. The same scenario gives the same Trace.
 * Throws ScenarioError when the script asks for what cannot be.
 */
export function runScenario(scenario: Scenario, options: RunOptions = {}): Trace {
  /** Each host's latest connection, which send, receive, close and abort are about. */
  const latest = new Map<string, string>();

  const cast = (setup: ScenarioHost): WorldHost => ({
    ...setup,
    engine:
      options.engines?.[setup.name] ??
      (scenario.players?.[setup.name] === 'two-way' ? twoWay : reference),
    config: { ...RFC9293, ...setup.config },
    isn: isnFrom(setup.isn),
  });

  const world = createWorld({
    hosts: [cast(scenario.hosts[0]), cast(scenario.hosts[1])],
    link: createLink({
      delay: scenario.delay,
      late: scenario.late ?? {},
      lose: new Set([...(scenario.lose ?? []), ...(options.lose ?? [])]),
      loss: scenario.loss ?? 0,
      random: seededRandom(scenario.seed ?? 1),
    }),
    onStep(host, { after, conn }) {
      if (after !== 'CLOSED' && after !== 'LISTEN') latest.set(host, conn);
    },
  });

  const play = (line: ScriptLine) => {
    const setup = scenario.hosts.find(({ name }) => name === line.host);
    if (setup === undefined) {
      throw new ScenarioError(`${scenario.id}: there is no host ${line.host}`);
    }
    const { call, opens } = callOf(line, setup, scenario);
    const conn = opens ?? latest.get(line.host);
    if (conn === undefined) {
      throw new ScenarioError(
        `${scenario.id}: at ${line.at} ms ${line.host} cannot ${line.do}: it has no connection`,
      );
    }
    if (opens !== undefined) latest.set(line.host, opens);
    world.call(line.host, conn, call);
  };

  for (const line of scenario.script) world.at(line.at, () => play(line));
  scenario.old?.forEach((old, index) => {
    const seg = oldSegment(old, scenario);
    const leave = () => world.inject(old.from, seg, `old${index + 1}`, scenario.delay);
    world.at(old.at - scenario.delay, leave);
  });
  return world.run(scenario.until);
}
