import { type Engine, RFC9293, reference } from '#tcp';
import { isnFrom } from '#network/isn.ts';
import {
  type Actor,
  createWorld,
  type Happening,
  type LinkSetup,
  type ScriptedFate,
  type World,
  WorldError,
  type WorldHost,
  type WorldOptions,
} from '#network/world.ts';
import type { Trace } from '#trace/trace.ts';
import { callOf, ScenarioError } from './call.ts';
import type { Scenario, ScenarioHost, ScriptLine } from './scenario.ts';
import { gripOf, oldSegment } from './segments.ts';
import { twoWay } from './two-way.ts';

export interface RunOptions {
  /** Transmissions to lose besides those that the scenario names. */
  readonly lose?: readonly string[];
  /** Engines to play the hosts with, by their names, instead of the scenario's own. */
  readonly engines?: Readonly<Record<string, Engine>>;
  /** Who plays hosts from outside, by the hosts' names. */
  readonly actors?: Readonly<Record<string, Actor>>;
  /** Hears of every step; what it throws ends the run. */
  readonly onStep?: WorldOptions['onStep'];
}

/**
 * Plays a scenario: two hosts or more, what lies between them, one clock. The same scenario gives
 * the same Trace. Throws ScenarioError when the script asks for what cannot be.
 */
export function runScenario(scenario: Scenario, options: RunOptions = {}): Trace {
  try {
    return setStage(scenario, options).run(scenario.until);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    throw new ScenarioError(`${scenario.id}: ${error.message}`, { cause: error });
  }
}

/**
 * The scenario's world before anything has happened in it, its whole script on the agenda. Throws
 * ScenarioError and WorldError.
 */
export function setStage(scenario: Scenario, options: RunOptions = {}): World {
  const { network } = scenario;
  const world = createWorld({
    hosts: scenario.hosts.map((setup) => cast(setup, scenario, options)),
    routers: network?.routers ?? [],
    nats: network?.nats ?? [],
    links: network?.links ?? [linkOf(scenario)],
    fates: [...(scenario.fates ?? []), ...namedFates(scenario, options)],
    seed: scenario.seed ?? 1,
    octets: scenario.octets ?? false,
    onStep: options.onStep,
  });
  for (const line of scenario.script) world.at(line.at, happeningOf(line, scenario));
  scenario.old?.forEach((old, index) => {
    const seg = oldSegment(old, scenario);
    const name = `old${index + 1}`;
    world.at(old.at - scenario.delay, { kind: 'inject', from: old.from, seg, name });
  });
  return world;
}

function cast(setup: ScenarioHost, scenario: Scenario, options: RunOptions): WorldHost {
  const { engines, actors } = options;
  const own = scenario.players?.[setup.name] === 'two-way' ? twoWay : reference;
  return {
    ...setup,
    engine: engines?.[setup.name] ?? own,
    config: { ...RFC9293, ...setup.config },
    isn: isnFrom(setup.isn),
    actor: actors?.[setup.name],
  };
}

function linkOf({ hosts: [a, b], delay, loss = 0, link }: Scenario): LinkSetup {
  return { ...link, between: [a.name, b.name], delay, loss };
}

/** Transmissions that are lost or late by name. */
function namedFates({ lose = [], late = {} }: Scenario, options: RunOptions): ScriptedFate[] {
  const names = new Set([...lose, ...(options.lose ?? [])]);
  const lost = [...names].map((name): ScriptedFate => ({ name, fate: 'drop' }));
  const delayed = Object.entries(late).map(([name, ms]): ScriptedFate => ({
    name,
    fate: { late: ms },
  }));
  return [...lost, ...delayed];
}

function happeningOf(line: ScriptLine, scenario: Scenario): Happening {
  if ('between' in line) {
    return { kind: 'plug', between: line.between, up: line.do === 'mend' };
  }
  if ('segment' in line) return { kind: 'grip', name: line.segment, grip: gripOf(line) };
  const { host } = line;
  if (line.do === 'crash') return { kind: 'crash', host };
  const setup = scenario.hosts.find(({ name }) => name === host);
  if (setup === undefined) throw new ScenarioError(`${scenario.id}: there is no host ${host}`);
  const { call, opens } = callOf(line, setup, scenario);
  return { kind: 'call', host, conn: opens ?? line.conn ?? null, call };
}
