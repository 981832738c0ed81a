import { PlankError, type Planks } from '#tcp';
import { exportedFunction, planksOf, type AnyFunction } from './exported.ts';

/** A plank that is at work so many times at once asks for itself without end. */
const MAX_NESTED = 50;

/** A module's planks, each watched for what no plank may do. */
export function watchedPlanks(
  names: readonly string[],
  exports: Readonly<Record<string, unknown>>,
): Partial<Planks> {
  return planksOf(names, (name, part) => {
    const full = part === null ? name : `${name}.${part}`;
    return notOfItself(full, atOnce(full, exportedFunction(exports, name, part)));
  });
}

/** A plank acts at once: what comes after an `await` would act on a connection that has moved on. */
function atOnce(name: string, plank: AnyFunction): AnyFunction {
  return (...args) => {
    const result = plank(...args);
    if (isThenable(result)) {
      throw new PlankError(
        `\`${name}\` returned a promise, as every async function does: a plank does its work before it returns, without async and await`,
      );
    }
    return result;
  };
}

/**
 * What 'tcp' and `act` offer is done by the planks of the engine at work: in the lab of `lt`, the `lt`
 * of 'tcp' is the learner's own. A plank that leaves its work to itself in this way would end with a
 * full stack, which says nothing of why.
 */
function notOfItself(name: string, plank: AnyFunction): AnyFunction {
  let nested = 0;
  return (...args) => {
    if (nested === MAX_NESTED) {
      throw new PlankError(
        `\`${name}\` asks for itself without end: here 'tcp' and act use your own \`${name}\`, so work its answer out without theirs`,
      );
    }
    nested += 1;
    try {
      return plank(...args);
    } finally {
      nested -= 1;
    }
  };
}

function isThenable(value: unknown): boolean {
  const isObject = typeof value === 'object' && value !== null;
  return isObject && typeof (value as { then?: unknown }).then === 'function';
}
