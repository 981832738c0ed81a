import vm from 'node:vm';
import { replay, ReplayError } from '#network/replay.ts';
import { attemptCalls } from '#sandbox/calls.ts';
import { exportedFunction, planksOf } from '#sandbox/exported.ts';
import { isCalls, type Outcome, type Run } from '#sandbox/sandbox.ts';
import { PlankError, reference, withPlanks } from '#tcp';
import * as tcp from '#tcp/learner.ts';

const console = { lines: [], left: 0 };

/**
 * Runs a program of our own, without a sandbox, loaded afresh: a lab's mutants, to learn how they
 * fail. Never for a learner's program.
 */
export function runTrusted(js: string, exports: readonly string[], run: Run): Outcome {
  const body = vm.runInThisContext(`(function (module, exports, require, console) {${js}\n})`) as (
    ...args: unknown[]
  ) => void;
  const module = { exports: {} as Record<string, unknown> };
  body(module, module.exports, () => tcp, undefined);
  const planks = planksOf(exports, (name, part) => exportedFunction(module.exports, name, part));
  const engine = withPlanks(reference, planks);
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
