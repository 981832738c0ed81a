import type { Arbitrary, Value } from 'fast-check';
import type { Run } from '#sandbox/sandbox.ts';
import type { Config } from '#tcp';
import type { Bias } from './bias.ts';
import { callsCases } from './calls/cases.ts';
import { connectionCases } from './connection/cases.ts';
import { keyOf } from './key.ts';
import { randomSource } from './source.ts';

/** So many questions a shrinking may ask, unless another number is given. */
const TRIES = 400;

/** Cases that were drawn. */
export interface Drawn {
  /** One run for each case, in the order of drawing. */
  readonly runs: readonly Run[];
  /**
   * The smallest run found that still fails like `runs[index]`. `fails` asks the judge, at most
   * `tries` times. The same answers lead to the same run.
   * @throws RangeError if there is no such run
   */
  shrink(index: number, fails: (run: Run) => Promise<boolean>, tries?: number): Promise<Run>;
}

/** A family of cases: what is drawn and shrunk, and how it becomes a run. */
export interface Cases<T> {
  readonly arbitrary: Arbitrary<T>;
  toRun(drawn: T): Run;
}

/**
 * Draws `count` cases. The same seed gives the same cases, and the first of many are the same as few.
 * Each is made concrete by walking the reference along.
 */
export function draw(
  bias: Bias,
  {
    seed,
    count,
    config,
  }: { readonly seed: number; readonly count: number; readonly config: Config },
): Drawn {
  return bias.kind === 'calls'
    ? drawFrom(callsCases(bias, config), seed, count)
    : drawFrom(connectionCases(bias, config), seed, count);
}

function drawFrom<T>({ arbitrary, toRun }: Cases<T>, seed: number, count: number): Drawn {
  const random = randomSource(seed);
  const values = Array.from({ length: count }, () => arbitrary.generate(random, undefined));
  return {
    runs: values.map(({ value }) => toRun(value)),
    async shrink(index, fails, tries = TRIES) {
      const value = values[index];
      if (value === undefined) throw new RangeError(`no case ${index} was drawn`);
      return shrinkFrom(value, { arbitrary, toRun }, fails, tries);
    },
  };
}

/** Goes down fast-check's tree: to the first smaller case that fails too, and on from there. */
async function shrinkFrom<T>(
  first: Value<T>,
  { arbitrary, toRun }: Cases<T>,
  fails: (run: Run) => Promise<boolean>,
  tries: number,
): Promise<Run> {
  let least = toRun(first.value);
  // Different drawings may come to the same run: it is asked about once.
  const asked = new Set([keyOf(least)]);
  let left = tries;
  let candidates = arbitrary.shrink(first.value, first.context)[Symbol.iterator]();
  while (left > 0) {
    const next = candidates.next();
    if (next.done === true) break;
    const run = toRun(next.value.value);
    const key = keyOf(run);
    if (asked.has(key)) continue;
    asked.add(key);
    left -= 1;
    if (!(await fails(run))) continue;
    least = run;
    candidates = arbitrary.shrink(next.value.value, next.value.context)[Symbol.iterator]();
  }
  return least;
}
