import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differingCalls, expectedValues } from '#judge/calls.ts';
import { compare } from '#judge/compare.ts';
import { transpile } from '#judge/compile/compile.ts';
import { readLab, type LabFiles } from '#judge/files/read-lab.ts';
import { runOn, trustedEngine } from '#judge/files/trusted.ts';
import { DRAWN } from '#judge/options.ts';
import type { Bias } from '#judge/random/bias.ts';
import { defaultBias } from '#judge/random/default-bias.ts';
import { waysFor } from '#judge/random/connection/ways.ts';
import { draw, type Drawn } from '#judge/random/draw.ts';
import { rightRecords } from '#judge/right.ts';
import type { HostRecord } from '#network/replay.ts';
import { isCalls, type Run } from '#sandbox/sandbox.ts';
import type { Value } from '#sandbox/value.ts';
import { type Engine, RFC9293 } from '#tcp';

const ROOT = new URL('../../', import.meta.url);

interface Program {
  readonly name: string;
  readonly js: string;
}

/** A lab of ours, and how its cases are drawn. */
interface Subject {
  readonly lab: LabFiles;
  readonly bias: Bias;
  /** The solution, and what others might write. */
  readonly right: readonly Program[];
  readonly mutants: readonly Program[];
}

/** How much is tried. */
interface Effort {
  /** A test may take so long on the busiest machine, ms. */
  readonly timeout: number;
  /** With each of so many seeds every mutant must be found, and every right plank must pass. */
  readonly seeds: number;
  /** Of so many mutants one is shrunk. */
  readonly every: number;
}

const PLAIN: Effort = { timeout: 180_000, seeds: 2, every: 5 };

/**
 * A mutant that ten of 1,000 cases find, the least that a lab may count on, is missed with one seed in
 * 20,000; one that only three find, with one in 20, and of 25 seeds three times in four one tells.
 */
const DEEP: Effort = { timeout: 1_800_000, seeds: 25, every: 1 };

async function subjectOf(id: string): Promise<Subject> {
  const lab = await readLab(new URL(`labs/${id}`, ROOT).pathname);
  return {
    lab,
    bias: (lab.random as Bias | undefined) ?? defaultBias(lab.lab.planks),
    right: [programOf({ name: 'solution', source: lab.solution ?? '' }), ...stylesOf(id)],
    mutants: lab.mutants.map(programOf),
  };
}

/** `npm run labs:check` compiles what lies in a lab, with types. */
const programOf = ({ name, source }: { name: string; source: string }): Program => ({
  name,
  js: transpile(source),
});

/** Right solutions of a lab that are written differently. */
function stylesOf(id: string): readonly Program[] {
  const folder = new URL(`tests/styles/${id}/`, ROOT);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) =>
    programOf({ name, source: readFileSync(new URL(name, folder), 'utf8') }),
  );
}

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

/** Tests of what drawn cases find: every mutant of these labs, and nothing wrong with a right plank. */
export async function testPower(labs: readonly string[], isDeep: boolean): Promise<void> {
  const { timeout, seeds, every } = isDeep ? DEEP : PLAIN;
  const subjects = await Promise.all(labs.map(subjectOf));
  describe.each(subjects)('$lab.id', { timeout }, (subject) => {
    it('every mutant is found; a right plank passes, however it is written', () => {
      for (let seed = 0; seed < seeds; seed += 1) expectPower(subject, seed);
    });

    it('what is found is made small', () => expectSmall(subject, every));
  });
}

function expectPower(subject: Subject, seed: number): void {
  const cases = casesOf(subject, seed);
  /** Is this run one in which a program is wrong? */
  const finder = ({ js }: Program) => {
    const engine = trustedEngine(js, subject.lab.lab.planks);
    return (run: Run, i: number) => fails(engine, run, cases.expected(i));
  };
  const wrong = subject.right.flatMap((program) => {
    const isWrong = finder(program);
    return cases.runs.flatMap((run, i) =>
      isWrong(run, i) ? [{ name: program.name, i, run }] : [],
    );
  });
  expect(wrong.slice(0, 3), `is right, seed ${seed}`).toEqual([]);

  const missed = subject.mutants.filter((program) => !cases.runs.some(finder(program)));
  expect(
    missed.map(({ name }) => name),
    `are missed, seed ${seed}`,
  ).toEqual([]);
}

async function expectSmall(subject: Subject, every: number): Promise<void> {
  const cases = casesOf(subject, 1);
  const large: string[] = [];
  for (const { name, js } of subject.mutants.filter((_, i) => i % every === 0)) {
    // Loaded afresh for each question, for those that remember.
    const asks = (run: Run, expected = expectedOf(run)) =>
      fails(trustedEngine(js, subject.lab.lab.planks), run, expected);
    const found = cases.runs.findIndex((run, i) => asks(run, cases.expected(i)));
    if (found === -1) continue;
    const least = await cases.shrink(found, (run) => Promise.resolve(asks(run)));
    expect(asks(least)).toBe(true);
    const size = isCalls(least) ? least.args.length : least.inputs.length;
    if (size > (LARGE[name] ?? largestOf(subject))) large.push(`${name}: ${size}`);
  }
  expect(large).toEqual([]);
}

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
  'any-timestamp-reopens': 7,
  'close-before-text': 5,
  'empty-queue-ends-closing': 8,
  'empty-queue-will-do': 7,
  'established-is-left-out': 8,
  'fin-with-text-is-passed-over': 7,
  'only-the-first-repeat': 7,
  'opening-is-passed-over': 5,
  'queued-close-forgotten': 5,
  'timestamps-without-a-ring': 7,
  'window-is-passed-over': 7,
  'window-numbers-swapped': 6,
  'window-without-its-ack': 5,
  'window-without-its-number': 5,
};
