import { attemptCalls } from '#sandbox/calls.ts';
import type { CallsRun } from '#sandbox/sandbox.ts';
import type { Value } from '#sandbox/value.ts';
import { reference } from '#tcp';

/**
 * What the reference gives back for each call: the only place where answers come from.
 * @throws Error if the table is wrong: there is no such function, or it throws
 */
export function expectedValues(run: CallsRun): readonly Value[] {
  const attempt = attemptCalls(reference, run);
  if (attempt.kind === 'done') return attempt.record.values;
  throw new Error(`the reference cannot answer a call of ${run.call}: ${attempt.message}`);
}

/** The places of the calls that have another answer than `expected`, or none. */
export function differingCalls(
  actual: readonly Value[],
  expected: readonly Value[],
): readonly number[] {
  return expected.flatMap((value, i) => (sameValue(value, actual[i]) ? [] : [i]));
}

/** Are two values alike, whatever the order of their fields? */
export function sameValue(a: Value, b: Value | undefined): boolean {
  if (typeof a !== 'object' || a === null) return a === b;
  if (typeof b !== 'object' || b === null) return false;
  if (isList(a) || isList(b)) {
    const alike = a instanceof Uint8Array === b instanceof Uint8Array && isList(a) && isList(b);
    return alike && a.length === b.length && [...a].every((each, i) => sameValue(each, b[i]));
  }
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameValue(a[name] ?? null, b[name]))
  );
}

function isList(value: Value): value is Uint8Array | readonly Value[] {
  return value instanceof Uint8Array || Array.isArray(value);
}
