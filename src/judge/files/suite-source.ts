import { transpile } from '../compile/compile.ts';
import { biasProblems } from '../bias-schema.ts';
import { failureOf } from '../case-report.ts';
import { openSuite } from '../open-suite.ts';
import { printOf, type Failure } from '../print.ts';
import type { Run } from '#sandbox/sandbox.ts';
import type { Bias } from '../random/bias.ts';
import type { Suite, SuiteSource } from '../suite.ts';
import { LabError } from './lab-error.ts';
import type { LabFiles, Mutant } from './read-lab.ts';
import { inTime, OutOfTime, runTrusted } from './trusted.ts';

/** A mutant may take so long for all cases together, ms; one that is right needs a hundredth. */
const PATIENCE = 5_000;

/**
 * A lab's suite as plain data, ready to be shipped: its scripts and tables, and how its mutants
 * fail. For Node: the mutants are compiled and run here, so that the page need not.
 * @throws LabError where its `random.ts` is not what it should be, or a mutant cannot be run
 */
export function suiteSource(lab: LabFiles): SuiteSource {
  const source = bareSource(lab);
  const suite = openSuite(source);
  const prints = lab.mutants.map((each) => [each.name, printsOf(each, suite)] as const);
  return { ...source, prints: Object.fromEntries(prints) };
}

/** The same without its mutants. @throws LabError where its `random.ts` is not what it should be */
export function bareSource({ id, lab, cases, random }: LabFiles): SuiteSource {
  return { lab: id, exports: lab.planks, cases, random: biasFrom(random, id), prints: {} };
}

function biasFrom(random: unknown, lab: string): Bias | null {
  if (random === undefined) return null;
  const problems = biasProblems(random);
  if (problems.length === 0) return random as Bias;
  const why = problems.map((problem) => problem.replace(/^random\.ts: /, ''));
  throw new LabError(lab, 'suite/hidden/random.ts', why.join('\n    '));
}

/**
 * By case id, the print of a mutant's first failure there. Cases that it passes are missing.
 * @throws LabError if it cannot be loaded, or does not return
 */
export function printsOf({ name, source }: Mutant, suite: Suite): Readonly<Record<string, string>> {
  const js = transpile(source);
  const prints: Record<string, string> = {};
  let at = '';
  const failureIn = (runs: readonly Run[]): Failure | null => {
    for (const [i, run] of runs.entries()) {
      const failure = failureOf(run, i, runTrusted(js, suite.exports, run));
      if (failure !== null) return failure;
    }
    return null;
  };
  try {
    inTime(PATIENCE, () => {
      for (const one of suite.cases) {
        at = one.id;
        const failure = failureIn(one.runs);
        if (failure !== null) prints[one.id] = printOf(failure);
      }
    });
  } catch (error) {
    const why =
      error instanceof OutOfTime
        ? `it does not return in ${at}: a mutant makes its mistake, and comes to an end`
        : `it cannot be run: ${error instanceof Error ? error.message : String(error)}`;
    throw new LabError(suite.lab, `mutants/${name}.ts`, why);
  }
  return prints;
}
