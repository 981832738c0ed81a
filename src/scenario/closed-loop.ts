import { HostError } from '#network/host-types.ts';
import type { HostEntry, HostRun } from '#network/replay.ts';
import { Halted, recordedHost, Unasked, type Halt, type Known } from '#network/recorded-host.ts';
import { WorldError, type World } from '#network/world.ts';
import { RFC9293 } from '#tcp';
import { toJson } from '#trace/json.ts';
import type { Trace } from '#trace/trace.ts';
import { ScenarioError } from './call.ts';
import { setStage, type RunOptions } from './run.ts';
import type { Scenario } from './scenario.ts';

/**
 * Runs one host somewhere else, by itself, on these inputs. What comes back must be the record of a
 * run: who asks a stranger's code has it checked.
 */
export type Ask = (host: string, run: HostRun) => Promise<Omit<Known, 'inputs'>>;

/** What one of the hosts that run elsewhere did, and the inputs on which it did it. */
export interface Part {
  readonly run: HostRun;
  readonly taken: readonly HostEntry[];
}

/**
 * Why a play ended before its end: a host halted; it answered the same inputs otherwise the second
 * time; the script asks for what cannot be, such as SEND without a connection.
 */
export interface Stopped {
  readonly why: Halt | 'unsteady' | 'script';
  /** `null` if it was the script. */
  readonly host: string | null;
  /** Virtual time, ms. */
  readonly t: number;
}

/** A scenario as it was played, as far as it got. */
export interface ClosedPlay {
  readonly trace: Trace;
  readonly parts: Readonly<Record<string, Part>>;
  readonly stopped: Stopped | null;
}

/** A figure in which more than this comes to one host is none. */
const MOST_INPUTS = 400;

const NOTHING: Known = { inputs: [], record: { entries: [] }, fails: null };

/**
 * Plays a scenario in which some hosts run somewhere else, closed loop: what they send reaches the
 * others, and is answered. Whenever the world has something for such a host that nobody asked it
 * yet, the world is given up; the host is asked, and the world begins again with what it said. The
 * same answers give the same Trace as a host in the world itself. Throws what `ask` throws.
 */
export async function playClosed(
  scenario: Scenario,
  hosts: readonly string[],
  ask: Ask,
  options: Pick<RunOptions, 'lose'> = {},
): Promise<ClosedPlay> {
  const known = new Map(hosts.map((name) => [name, NOTHING]));
  for (;;) {
    const cast = [...known].map(([name, each]) => [name, recordedHost(name, each)] as const);
    const world = setStage(scenario, { ...options, actors: Object.fromEntries(cast) });
    const end = (stopped: Stopped | null): ClosedPlay => ({
      trace: soFar(world),
      parts: Object.fromEntries(
        cast.map(([name, { taken, answered }]) => {
          const inputs = (known.get(name)?.inputs ?? []).slice(0, answered);
          return [name, { run: runOf(scenario, name, inputs), taken }];
        }),
      ),
      stopped,
    });

    const wanted = nextWanted(world, scenario.until);
    if (!(wanted instanceof Unasked)) return end(wanted);
    const { host, input } = wanted;
    const before = known.get(host) ?? NOTHING;
    if (before.inputs.length === MOST_INPUTS) return end({ why: 'endless', host, t: input.at });
    const inputs = [...before.inputs, input];
    const answer = await ask(host, runOf(scenario, host, inputs));
    const taken = cast.find(([name]) => name === host)?.[1].taken ?? [];
    if (!beginsWith(answer.record.entries, taken)) {
      return end({ why: 'unsteady', host, t: input.at });
    }
    known.set(host, { ...answer, inputs });
  }
}

/** Plays until a host has to be asked, or to the end (`null`), or until it cannot go on. */
function nextWanted(world: World, until: number): Unasked | Stopped | null {
  try {
    world.run(until);
    return null;
  } catch (error) {
    if (error instanceof Unasked) return error;
    if (error instanceof Halted) return { why: error.why, host: error.host, t: error.t };
    const isScript = [WorldError, HostError, ScenarioError].some((kind) => error instanceof kind);
    if (isScript) return { why: 'script', host: null, t: world.now };
    throw error;
  }
}

/** What happened up to now, without letting anything more happen. */
function soFar(world: World): Trace {
  return world.run(Number.NEGATIVE_INFINITY);
}

function runOf({ hosts, until }: Scenario, name: string, inputs: HostRun['inputs']): HostRun {
  const setup = hosts.find((host) => host.name === name);
  if (setup === undefined) throw new ScenarioError(`there is no host ${name}`);
  return { config: { ...RFC9293, ...setup.config }, isn: setup.isn, inputs, until };
}

/** Is it the same run, gone on with? */
function beginsWith(entries: readonly HostEntry[], taken: readonly HostEntry[]): boolean {
  return toJson(entries.slice(0, taken.length)) === toJson(taken);
}
