import { transpile } from '../compile/compile.ts';
import { biasProblems } from '../bias-schema.ts';
import { failureOf } from '../case-report.ts';
import { openSuite } from '../open-suite.ts';
import { printOf } from '../print.ts';
import type { Bias } from '../random/bias.ts';
import type { Suite, SuiteSource } from '../suite.ts';
import type { LabFiles } from './read-lab.ts';
import { runTrusted } from './trusted.ts';

/**
 * A lab's suite as plain data, ready to be shipped: its scripts and tables, and how its mutants
 * fail. For Node: the mutants are compiled and run here, so that the page need not.
 * @throws Error where its `random.ts` is not what it should be
 */
export function suiteSource({ id, lab, cases, random, mutants }: LabFiles): SuiteSource {
  const source = { lab: id, exports: lab.planks, cases, random: biasFrom(random, id), prints: {} };
  const suite = openSuite(source);
  const prints = mutants.map((each) => [each.name, printsOf(each.source, suite)] as const);
  return { ...source, prints: Object.fromEntries(prints) };
}

function biasFrom(random: unknown, lab: string): Bias | null {
  if (random === null) return null;
  const problems = biasProblems(random);
  if (problems.length === 0) return random as Bias;
  throw new Error(`labs/${lab}/suite/hidden/${problems.join('\n')}`);
}

/** By case id, the print of a program's first failure there. Cases that it passes are missing. */
function printsOf(source: string, suite: Suite): Readonly<Record<string, string>> {
  const js = transpile(source);
  const failed = suite.cases.flatMap((one) => {
    for (const [i, run] of one.runs.entries()) {
      const failure = failureOf(run, i, runTrusted(js, suite.exports, run));
      if (failure !== null) return [[one.id, printOf(failure)] as const];
    }
    return [];
  });
  return Object.fromEntries(failed);
}
