import vm from 'node:vm';
import { replay, ReplayError } from '#network/replay.ts';
import { attemptCalls } from '#sandbox/calls.ts';
import { exportedFunction, planksOf } from '#sandbox/exported.ts';
import { isCalls, type Outcome, type Run } from '#sandbox/sandbox.ts';
import { type Engine, PlankError, reference, withPlanks } from '#tcp';
import * as tcp from '#tcp/learner.ts';

const console = { lines: [], left: 0 };

/** What such a program prints goes nowhere. */
const SILENT = { log: () => undefined };

/** The engine with the planks of a program of our own, loaded once. Never for a learner's program. */
export function trustedEngine(js: string, exports: readonly string[]): Engine {
  const body = vm.runInThisContext(`(function (module, exports, require, console) {${js}\n})`) as (
    ...args: unknown[]
  ) => void;
  const module = { exports: {} as Record<string, unknown> };
  body(module, module.exports, () => tcp, SILENT);
  const planks = planksOf(exports, (name, part) => exportedFunction(module.exports, name, part));
  return withPlanks(reference, planks);
}

/**
 * Runs a program of our own, without a sandbox, loaded afresh: a lab's mutants, to learn how they
 * fail. Never for a learner's program.
 */
export function runTrusted(js: string, exports: readonly string[], run: Run): Outcome {
  return runOn(trustedEngine(js, exports), run);
}

/** Runs an engine of our own, as it is. */
export function runOn(engine: Engine, run: Run): Outcome {
  if (isCalls(run)) return { ...attemptCalls(engine, run), console };
  try {
    const record = replay(engine, run);
    return { kind: 'done', record, console };
  } catch (error) {
    if (!(error instanceof ReplayError)) throw error;
    const { at, record, message } = error;
    const event = 'input' in at ? { input: at.input } : { timer: at.timer, t: at.t };
    const known = { message, at: event, record, console };
    return error.cause instanceof PlankError
      ? { kind: 'nonsense', ...known }
      : { kind: 'threw', stack: '', ...known };
  }
}

/** What was to be done in time was not. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/**
 * Does work at once in which programs of our own run, and ends it after `ms`, even in a loop.
 * @throws OutOfTime, and whatever the work throws
 */
export function inTime(ms: number, work: () => void): void {
  try {
    vm.runInNewContext('work()', { work }, { timeout: ms });
  } catch (error) {
    const { code } = (error ?? {}) as { readonly code?: unknown };
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new OutOfTime(`not done within ${ms} ms`, { cause: error });
  }
}
