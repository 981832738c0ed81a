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

/**
 * A family of cases. What is drawn, and shrunk by fast-check, is made into a plan: the steps of the
 * case, any of which may be left out.
 */
export interface Cases<Drawn, Plan> {
  readonly arbitrary: Arbitrary<Drawn>;
  planOf(drawn: Drawn): Plan;
  toRun(plan: Plan): Run;
  /** The plans with one step less, beginning with the last step. */
  shorter(plan: Plan): Iterable<Plan>;
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

function drawFrom<T, Plan>(cases: Cases<T, Plan>, seed: number, count: number): Drawn {
  const random = randomSource(seed);
  const values = Array.from({ length: count }, () => cases.arbitrary.generate(random, undefined));
  return {
    runs: values.map(({ value }) => cases.toRun(cases.planOf(value))),
    async shrink(index, fails, tries = TRIES) {
      const value = values[index];
      if (value === undefined) throw new RangeError(`no case ${index} was drawn`);
      return shrinkFrom(value, cases, asking(fails, tries));
    },
  };
}

/** Does a run fail too? Each different run is asked about once, and so many in all. */
type Ask = (run: Run) => Promise<boolean>;

function asking(fails: Ask, tries: number): Ask {
  const asked = new Set<string>();
  return async (run) => {
    const key = keyOf(run);
    if (asked.size >= tries || asked.has(key)) return false;
    asked.add(key);
    return fails(run);
  };
}

/** Down fast-check's tree, to the first smaller case that fails too and on from there; then by steps. */
async function shrinkFrom<T, Plan>(
  first: Value<T>,
  { arbitrary, planOf, toRun, shorter }: Cases<T, Plan>,
  ask: Ask,
): Promise<Run> {
  let plan = planOf(first.value);
  let candidates = arbitrary.shrink(first.value, first.context)[Symbol.iterator]();
  for (let next = candidates.next(); next.done !== true; next = candidates.next()) {
    const smaller = planOf(next.value.value);
    if (!(await ask(toRun(smaller)))) continue;
    plan = smaller;
    candidates = arbitrary.shrink(next.value.value, next.value.context)[Symbol.iterator]();
  }
  let isShorter = true;
  while (isShorter) {
    isShorter = false;
    for (const smaller of shorter(plan)) {
      if (!(await ask(toRun(smaller)))) continue;
      plan = smaller;
      isShorter = true;
      break;
    }
  }
  return toRun(plan);
}
