/* What drawn cases find: every mutant of every lab, and never anything wrong with a right plank. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HostRecord } from '#network/replay.ts';
import { isCalls, type Run } from '#sandbox/sandbox.ts';
import type { Value } from '#sandbox/value.ts';
import { type Engine, RFC9293 } from '#tcp';
import { course } from '../../../course.config.ts';
import { differingCalls, expectedValues } from '../calls.ts';
import { compare } from '../compare.ts';
import { compile } from '../compile/compile.ts';
import { readLab, type LabFiles } from '../files/read-lab.ts';
import { runOn, trustedEngine } from '../files/trusted.ts';
import { DRAWN } from '../options.ts';
import { rightRecords } from '../right.ts';
import type { Bias } from './bias.ts';
import { defaultBias } from './default-bias.ts';
import { waysFor } from './connection/ways.ts';
import { draw, type Drawn } from './draw.ts';

const ROOT = new URL('../../../', import.meta.url);
const isDeep = process.env['COURSE_DEEP'] !== undefined;

/** With each of these seeds every mutant must be found, and every right plank must pass. */
const SEEDS = Array.from({ length: isDeep ? 40 : 2 }, (_, seed) => seed);

/** Of so many mutants one is shrunk. */
const EVERY = isDeep ? 1 : 5;

interface Subject {
  readonly lab: LabFiles;
  readonly bias: Bias;
}

const subjects = await Promise.all(
  course.labs.map(async (id): Promise<Subject> => {
    const lab = await readLab(new URL(`labs/${id}`, ROOT).pathname);
    return { lab, bias: (lab.random as Bias | undefined) ?? defaultBias(lab.lab.planks) };
  }),
);

/** What is right in a run: a value for each call, or what a host may do. */
type Expected = { readonly values: readonly Value[] } | { readonly records: readonly HostRecord[] };
const expectedOf = (run: Run): Expected =>
  isCalls(run) ? { values: expectedValues(run) } : { records: rightRecords(run) };

/** Does an engine do anything else? */
function fails(engine: Engine, run: Run, expected: Expected): boolean {
  const outcome = runOn(engine, run);
  if (outcome.kind !== 'done') return true;
  const { record } = outcome;
  if ('values' in expected) {
    return !('values' in record) || differingCalls(record.values, expected.values).length > 0;
  }
  return (
    !('entries' in record) || expected.records.every((right) => compare(record, right) !== null)
  );
}

/** The cases of a seed, and what the reference does in each. */
function casesOf({ bias }: Subject, seed: number): Drawn & { expected(i: number): Expected } {
  const drawn = draw(bias, { seed, count: DRAWN, config: RFC9293 });
  const known: Expected[] = [];
  return { ...drawn, expected: (i) => (known[i] ??= expectedOf(drawn.runs[i] as Run)) };
}

const engineOf = ({ lab }: Subject, source: string): Engine =>
  trustedEngine(compile(source).js, lab.lab.planks);

/** The solution of a lab, and what others might write. */
function rightOnes({
  id,
  solution,
}: LabFiles): readonly (readonly [name: string, source: string])[] {
  const folder = new URL(`tests/styles/${id}/`, ROOT);
  const styles = existsSync(folder) ? readdirSync(folder) : [];
  return [
    ['solution', solution ?? ''],
    ...styles.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
  ];
}

describe.each(subjects)('$lab.id', (subject) => {
  const { lab } = subject;

  it('nothing is wrong with a right plank, however it is written', () => {
    const engines = rightOnes(lab).map(
      ([name, source]) => [name, engineOf(subject, source)] as const,
    );
    const wrong: unknown[] = [];
    for (const seed of SEEDS) {
      const cases = casesOf(subject, seed);
      cases.runs.forEach((run, i) => {
        for (const [name, engine] of engines) {
          if (fails(engine, run, cases.expected(i))) wrong.push({ name, seed, i, run });
        }
      });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('every mutant is found', () => {
    const programs = lab.mutants.map(({ name, source }) => ({ name, js: compile(source).js }));
    const missed: string[] = [];
    for (const seed of SEEDS) {
      const cases = casesOf(subject, seed);
      for (const { name, js } of programs) {
        const engine = trustedEngine(js, lab.lab.planks);
        const isFound = cases.runs.some((run, i) => fails(engine, run, cases.expected(i)));
        if (!isFound) missed.push(`${name}, seed ${seed}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('what is found is made small', async () => {
    const cases = casesOf(subject, 1);
    const large: string[] = [];
    for (const { name, source } of lab.mutants.filter((_, i) => i % EVERY === 0)) {
      // Loaded afresh for each question, for those that remember.
      const { js } = compile(source);
      const asks = (run: Run) => fails(trustedEngine(js, lab.lab.planks), run, expectedOf(run));
      const found = cases.runs.findIndex((run) => asks(run));
      if (found === -1) continue;
      const least = await cases.shrink(found, (run) => Promise.resolve(asks(run)));
      expect(asks(least)).toBe(true);
      const size = isCalls(least) ? least.args.length : least.inputs.length;
      if (size > (LARGE[name] ?? largestOf(subject))) large.push(`${name}: ${size}`);
    }
    expect(large).toEqual([]);
  });
});

/** So many events a small case has: those that lead to the lab's farthest state, and two more. */
function largestOf({ bias }: Subject): number {
  if (bias.kind === 'calls') return 4;
  const ways = bias.states.map((state) => waysFor({ ...bias, states: [state] }));
  const farthest = ways.map((each) => Math.min(...each.map(({ moves }) => moves.length)));
  return Math.max(4, 2 + Math.max(...farthest));
}

/**
 * Mutants that show only after more events, and after how many: the calls that open and use the socket
 * count as well.
 */
const LARGE: Readonly<Record<string, number>> = {
  'ack-of-the-text-ends-closing': 8,
  'ack-sent-by-hand': 8,
  'acknowledged-by-hand': 8,
  'close-before-text': 5,
  'empty-queue-ends-closing': 8,
  'established-is-left-out': 8,
  'opening-is-passed-over': 5,
  'queued-close-forgotten': 5,
  'window-numbers-swapped': 6,
  'window-without-its-ack': 5,
  'window-without-its-number': 5,
};
