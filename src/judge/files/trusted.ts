import vm from 'node:vm';
import { replay, ReplayError, type HostRun } from '#network/replay.ts';
import type { RunOutcome } from '#sandbox/sandbox.ts';
import { PlankError, reference, withPlanks } from '#tcp';
import * as tcp from '#tcp/learner.ts';

const console = { lines: [], left: 0 };

/**
 * Runs a program of our own, without a sandbox, loaded afresh: a lab's mutants, to learn how they
 * fail. Never for a learner's program.
 */
export function runTrusted(js: string, exports: readonly string[], run: HostRun): RunOutcome {
  const body = vm.runInThisContext(`(function (module, exports, require, console) {${js}\n})`) as (
    ...args: unknown[]
  ) => void;
  const module = { exports: {} as Record<string, unknown> };
  body(module, module.exports, () => tcp, undefined);
  const planks = Object.fromEntries(exports.map((name) => [name, module.exports[name]]));
  try {
    const record = replay(withPlanks(reference, planks), run);
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
