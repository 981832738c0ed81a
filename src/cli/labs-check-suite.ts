import { compile } from '#judge/compile/compile.ts';
import type { LabFiles, Mutant } from '#judge/files/read-lab.ts';
import { suiteSource } from '#judge/files/suite-source.ts';
import { judge } from '#judge/judge.ts';
import { openSuite, ORIGINS } from '#judge/open-suite.ts';
import { DRAWN } from '#judge/options.ts';
import type { Report } from '#judge/report.ts';
import type { ScriptSource, Suite, SuiteSource } from '#judge/suite.ts';
import { nodeSandboxes } from '#sandbox/node/node-sandbox.ts';
import { PktError } from '#scenario/packetdrill/ast.ts';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import type { Finding } from './labs-check.ts';
import { checkTable } from './labs-check-table.ts';
import { DEFAULTS, play } from './packetdrill/play.ts';
import { reason } from './packetdrill/report.ts';

const SEED = 1;

/** Do the suite, the starter, the solution and the mutants do what they are there for? */
export async function checkSuite(lab: LabFiles): Promise<readonly Finding[]> {
  const sources = lab.cases.map((one) =>
    'pkt' in one ? checkScript(one) : checkTable(one, lab.lab.planks),
  );
  if (sources.some(({ problem }) => problem !== null)) return sources;
  const source = suiteSource(lab);
  const suite = openSuite(source);
  const findings = [...sources, ...checkHidden(lab, source), ...checkAlike(source)];
  findings.push(await checkStarter(lab.starter ?? '', suite));
  findings.push(await checkSolution(lab.solution ?? '', suite));
  for (const mutant of lab.mutants) findings.push(await checkMutant(mutant, suite));
  return findings;
}

/** The reference does, at every origin, what the script says. */
function checkScript({ id, group, pkt }: ScriptSource): Finding {
  const what = `the reference passes suite/${group}/${id}.pkt`;
  try {
    const script = parsePkt(pkt);
    if (!script.header.rfc) return { what, problem: 'begin it with // rfc: <section>, <step>' };
    const outcome = play(pkt, { ...DEFAULTS, isns: ORIGINS.map(({ ours }) => ours) });
    if (outcome.verdict === 'skipped') return { what, problem: outcome.reason };
    const [first] = outcome.verdict === 'failed' ? outcome.failures : [];
    return { what, problem: first === undefined ? null : reason(first) };
  } catch (error) {
    if (!(error instanceof PktError)) throw error;
    return { what, problem: error.message };
  }
}

/** A hidden test finds what no visible one does, or it says why it is there. */
function checkHidden({ cases }: LabFiles, { prints }: SuiteSource): readonly Finding[] {
  const visible = new Set(cases.filter(({ group }) => group === 'visible').map(({ id }) => id));
  const survivors = Object.values(prints).filter(
    (failed) => !Object.keys(failed).some((id) => visible.has(id)),
  );
  return cases
    .filter(({ group }) => group === 'hidden')
    .map((one) => {
      const { id } = one;
      const isScript = 'pkt' in one;
      const isNeeded = survivors.some((failed) => failed[id] !== undefined);
      const why = isScript ? parsePkt(one.pkt).header.why : one.why;
      const reason = isScript ? 'a line // why: …' : 'a field why: …';
      const problem =
        isNeeded || why
          ? null
          : `it kills no mutant that the visible tests leave: add such a mutant, or ${reason}`;
      const where = isScript ? `${id}.pkt` : `cases.ts: ${id}`;
      return { what: `suite/hidden/${where} is needed`, problem };
    });
}

/** Two mutants that fail alike everywhere would be given each other's message. */
function checkAlike({ prints }: SuiteSource): readonly Finding[] {
  const key = (name: string) => JSON.stringify(prints[name]);
  const names = Object.keys(prints);
  return names.map((name, i) => {
    const twin = names.slice(0, i).find((other) => key(other) === key(name));
    const problem =
      twin === undefined
        ? null
        : `it fails exactly like ${twin}: merge them, or add a test that tells`;
    return { what: `mutants/${name}.ts can be told from the others`, problem };
  });
}

async function checkStarter(source: string, suite: Suite): Promise<Finding> {
  const what = 'the starter compiles and fails';
  const { report, problem } = await judged(source, suite);
  if (report === null) return { what, problem };
  if (report.verdict === 'passed') return { what, problem: 'starter.ts passes every test' };
  const isWrong = report.verdict === 'wrong';
  return {
    what,
    problem: isWrong ? null : `starter.ts should fail as “wrong”, not “${report.verdict}”`,
  };
}

async function checkSolution(source: string, suite: Suite): Promise<Finding> {
  const what = 'the solution passes';
  const { report, problem } = await judged(source, suite, { random: DRAWN });
  if (report === null || report.verdict === 'passed') return { what, problem };
  const failed = report.cases.filter(({ verdict }) => verdict !== 'passed');
  return { what, problem: `solution.ts fails: ${failed.map(({ id }) => id).join(', ')}` };
}

async function checkMutant({ name, source, killedBy }: Mutant, suite: Suite): Promise<Finding> {
  const what = `mutants/${name}.ts is killed by the test it names`;
  if (killedBy === null) return { what, problem: 'begin it with // killed by: <test>' };
  if (!suite.cases.some(({ id }) => id === killedBy)) {
    return { what, problem: `there is no test ${killedBy}` };
  }
  const { report, problem } = await judged(source, suite);
  if (report === null) return { what, problem };
  const killer = report.cases.find(({ id }) => id === killedBy);
  if (killer === undefined || killer.verdict === 'passed') {
    return { what, problem: `${killedBy} does not kill it` };
  }
  const first = report.cases.find(({ verdict }) => verdict !== 'passed');
  const isTold = first?.remembers === true || killer.mutant === name;
  return {
    what,
    problem: isTold ? null : `${killedBy} fails, but its message is ${killer.mutant}’s`,
  };
}

/** Drawn cases only where they are asked for: who is to fail, fails at a written one. */
async function judged(
  source: string,
  suite: Suite,
  { random = 0 } = {},
): Promise<{ report: Report | null; problem: string | null }> {
  const { js, errors } = compile(source);
  const [error] = errors;
  if (error) return { report: null, problem: `line ${error.line}: ${error.message}` };
  return { report: await judge(suite, js, nodeSandboxes, { seed: SEED, random }), problem: null };
}
