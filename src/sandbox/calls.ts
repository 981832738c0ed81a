import { PlankError, type Engine } from '#tcp';
import { runWith } from '#tcp/running.ts';
import type { CallsRecord, CallsRun, EventRef } from './sandbox.ts';
import { cut, describeError } from './show.ts';
import { plainValue, type Value } from './value.ts';

/** What a run of calls came to, before its console is added. */
export type CallsAttempt =
  | { readonly kind: 'done'; readonly record: CallsRecord }
  | {
      readonly kind: 'nonsense';
      readonly message: string;
      readonly at: EventRef;
      readonly record: CallsRecord;
    }
  | {
      readonly kind: 'threw';
      readonly message: string;
      readonly stack: string;
      readonly at: EventRef;
      readonly record: CallsRecord;
    };

/**
 * Calls one function of `engine`, while that engine is at work: a plank that counts with `lt` counts
 * with the engine's. Ends at the first call that throws or gives back what is no plain value.
 */
export function attemptCalls(
  engine: Engine,
  { call: name, args: table }: CallsRun,
  onCall?: (at: EventRef) => void,
): CallsAttempt {
  const values: Value[] = [];
  for (let call = 0; call < table.length; call++) {
    onCall?.({ call });
    try {
      // Each call has arguments of its own, for a plank that writes to them.
      const args = (table[call] ?? []).map((each) => plainValue('an argument', each));
      const { value } = runWith(engine, () => functionNamed(engine, name)(...args));
      values.push(withoutWords(plainValue(`what \`${name}\` returned`, value)));
    } catch (error) {
      const known = { at: { call }, record: { values } };
      if (error instanceof PlankError)
        return { kind: 'nonsense', message: cut(error.message), ...known };
      return { kind: 'threw', ...describeError(error), ...known };
    }
  }
  return { kind: 'done', record: { values } };
}

/** What is said for people, as why a datagram is dropped, is left to whoever says it. */
function withoutWords(value: Value): Value {
  if (typeof value !== 'object' || value === null || !('why' in value)) return value;
  const { why: _, ...rest } = value;
  return rest;
}

function functionNamed(engine: Engine, name: string): (...args: readonly Value[]) => unknown {
  const functions: Readonly<Record<string, unknown>> = { ...engine.functions };
  const found = functions[name];
  if (typeof found === 'function') return found as (...args: readonly Value[]) => unknown;
  throw new Error(`\`${name}\` is no function of the engine`);
}
