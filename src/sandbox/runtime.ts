import { replay, ReplayError, type HostRecord, type HostRun } from '#network/replay.ts';
import { PlankError, reference, withPlanks, type Engine } from '#tcp';
import * as offered from '#tcp/learner.ts';
import { runningEngine, runWith } from '#tcp/running.ts';
import { attemptCalls } from './calls.ts';
import { captureConsole, type Captured } from './console.ts';
import { planksOf, wrongExport } from './exported.ts';
import { seenText } from './observe.ts';
import { cut, describeError } from './show.ts';
import {
  isCalls,
  type ConsoleOutput,
  type EventRef,
  type Outcome,
  type Program,
  type Run,
  type Seen,
  type ShipPlank,
  type Trail,
} from './sandbox.ts';
import { underJudged } from './ship.ts';
import { standStill } from './stand-still.ts';
import { watchedPlanks } from './watched.ts';

/**
 * A learner's module as a function of what it may see. How it is made differs: a page may import a
 * blob but not evaluate text, Node runs a script.
 */
export type ModuleFunction = (
  module: { exports: Record<string, unknown> },
  exports: Record<string, unknown>,
  require: (name: string) => unknown,
  console: Captured['console'],
) => void;

export type LoadOutcome =
  | { readonly kind: 'loaded' }
  | {
      readonly kind: 'threw';
      readonly message: string;
      readonly stack: string;
      /** The lab of the plank that threw, if it was one of the ship's; `null`: the program itself. */
      readonly lab: string | null;
    }
  | { readonly kind: 'nonsense'; readonly message: string; readonly lab: string | null };

/** What runs inside the learner's realm; the same in a browser's worker and in Node's. */
export interface Runtime {
  load(program: Program, seed: number, make: (js: string) => unknown): Promise<LoadOutcome>;
  run(runs: readonly Run[], onTrail?: (at: Trail) => void): readonly Outcome[];
  look(runs: readonly Run[]): readonly (Outcome | Seen)[];
}

const NOTHING: HostRecord = { entries: [] };
const NO_CONSOLE: ConsoleOutput = { lines: [], left: 0 };

/** The runtime of one realm; it loads one program, once. */
export function createRuntime(): Runtime {
  const captured = captureConsole();
  let engine: Engine | null = null;

  const take = (run: Run, hear: (at: EventRef) => void, diffs: boolean) => {
    if (engine === null) throw new Error('nothing was loaded');
    return isCalls(run) ? attemptCalls(engine, run, hear) : attempt(engine, run, hear, { diffs });
  };

  return {
    async load(program, seed, make) {
      const { js, exports: names } = program;
      const ship = underJudged(program);
      const replaced = [...ship.flatMap((plank) => plank.exports), ...names];
      // The reference's own planks leave before the learner's code comes: whatever that code does
      // to this realm, it finds nothing here that would solve its lab.
      const bare = {
        ...withPlanks(reference, planksOf(replaced, notYetThere)),
        learners: [],
      };
      let building: Engine = bare;
      const tcp = boundTo(() => engine ?? building);
      standStill(seed);

      const planks: readonly (Omit<ShipPlank, 'lab'> & { lab: string | null })[] = [
        ...ship,
        { js, exports: names, lab: null },
      ];
      for (const { js: text, exports: wanted, lab } of planks) {
        const module = { exports: {} as Record<string, unknown> };
        try {
          const body = (await make(text)) as ModuleFunction;
          body(module, module.exports, (name) => requireTcp(name, tcp), captured.console);
        } catch (error) {
          return { kind: 'threw', ...describeError(error), lab };
        }
        const wrong = wrongExport(wanted, module.exports);
        if (wrong !== null) return { kind: 'nonsense', message: wrong, lab };
        building = withPlanks(building, watchedPlanks(wanted, module.exports));
      }
      engine = building;
      return { kind: 'loaded' };
    },

    run(runs, onTrail) {
      return runs.map((run, index) => {
        const hear = (event: EventRef) => {
          captured.during(event);
          onTrail?.({ run: index, event });
        };
        const outcome = take(run, hear, true);
        return { ...outcome, console: captured.take() };
      });
    },

    look(runs) {
      return runs.map((run) => {
        const outcome = take(run, () => undefined, false);
        captured.take();
        if (outcome.kind === 'done') return { kind: 'seen', text: seenText(outcome.record) };
        const record = isCalls(run) ? { values: [] } : NOTHING;
        return { ...outcome, record, console: NO_CONSOLE };
      });
    },
  };
}

type Attempt =
  | { kind: 'done'; record: HostRecord }
  | { kind: 'nonsense'; message: string; at: EventRef; record: HostRecord }
  | { kind: 'threw'; message: string; stack: string; at: EventRef; record: HostRecord };

function attempt(
  engine: Engine,
  run: HostRun,
  onEvent: (at: EventRef) => void,
  options: { readonly diffs: boolean },
): Attempt {
  try {
    const record = replay(engine, run, (at) => onEvent(eventOf(at)), options);
    return { kind: 'done', record };
  } catch (error) {
    const isReplay = error instanceof ReplayError;
    const cause = isReplay ? error.cause : error;
    const at = isReplay ? eventOf(error.at) : null;
    const record = isReplay ? error.record : NOTHING;
    if (cause instanceof PlankError)
      return { kind: 'nonsense', message: cut(cause.message), at, record };
    const { message, stack } = describeError(cause);
    return { kind: 'threw', message, stack, at, record };
  }
}

function eventOf(at: ReplayError['at']): EventRef {
  return 'input' in at ? { input: at.input } : { timer: at.timer, t: at.t };
}

/**
 * What 'tcp' offers, bound to the learner's engine between steps too: the reference would answer
 * there otherwise, and a module could ask it while it loads what the lab wants to be written.
 */
function boundTo(engine: () => Engine): Readonly<Record<string, unknown>> {
  const bind = (value: unknown): unknown => {
    if (typeof value !== 'function') return value;
    return (...args: unknown[]): unknown => {
      const call = () => (value as (...all: unknown[]) => unknown)(...args);
      return runningEngine() === null ? runWith(engine(), call).value : call();
    };
  };
  return Object.fromEntries(Object.entries(offered).map(([name, value]) => [name, bind(value)]));
}

function requireTcp(name: string, tcp: Readonly<Record<string, unknown>>): unknown {
  if (name === 'tcp') return tcp;
  throw new Error(`there is no module '${name}' here: a plank can only import from 'tcp'`);
}

/** What stands in the place of a plank until the module that brings it has loaded. */
function notYetThere(name: string, part: string | null): () => never {
  const full = part === null ? name : `${name}.${part}`;
  return () => {
    throw new Error(
      `\`${full}\` is not there yet: it is a plank of yours, and 'tcp' has it only when your module has loaded`,
    );
  };
}
