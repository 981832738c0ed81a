import type { HostRecord } from '#network/replay.ts';
import type { ConsoleOutput, EventRef } from '#sandbox/sandbox.ts';
import type { CaseReport } from './report.ts';
import type { ShownRun } from './trace-of.ts';

/** What was printed while calls were made, each line at its call's row. */
export function printedInCalls({ lines, left }: ConsoleOutput): CaseReport['console'] {
  return {
    left,
    lines: lines.map(({ level, text, at }) => ({
      level,
      text,
      step: at !== null && 'call' in at ? at.call : null,
    })),
  };
}

/**
 * What was printed in a run, each line at the step of the trace that handled the event. A line of
 * an event that came to no step, because it threw there, has none.
 */
export function printedInSteps(
  { lines, left }: ConsoleOutput,
  { entries }: HostRecord,
  entryOf: ShownRun['entryOf'],
): CaseReport['console'] {
  const stepOf = (at: EventRef): number | null => {
    const place = entries.findIndex(({ t, cause }) => isAt(at, t, cause));
    return entryOf[place] ?? null;
  };
  return { left, lines: lines.map(({ level, text, at }) => ({ level, text, step: stepOf(at) })) };
}

function isAt(at: EventRef, t: number, cause: HostRecord['entries'][number]['cause']): boolean {
  if (at === null || 'call' in at) return false;
  if ('input' in at) return 'input' in cause && cause.input === at.input;
  return 'timer' in cause && cause.timer === at.timer && t === at.t;
}
