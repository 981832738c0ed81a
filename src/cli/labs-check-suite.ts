import { compile } from '#judge/compile/compile.ts';
import type { LabFiles, Mutant } from '#judge/files/read-lab.ts';
import { LabError } from '#judge/files/lab-error.ts';
import { bareSource, printsOf } from '#judge/files/suite-source.ts';
import { judge } from '#judge/judge.ts';
import { openSuite, ORIGINS } from '#judge/open-suite.ts';
import { DRAWN } from '#judge/options.ts';
import type { Report } from '#judge/report.ts';
import type { ScriptSource, Suite, SuiteSource } from '#judge/suite.ts';
import type { SandboxFactory } from '#sandbox/sandbox.ts';
import { PktError } from '#scenario/packetdrill/ast.ts';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import type { Finding } from './labs-check.ts';
import { checkTable } from './labs-check-table.ts';
import { DEFAULTS, play } from './packetdrill/play.ts';
import { reason } from './packetdrill/report.ts';

const SEED = 1;

/** A program that is to be judged: it compiles. */
interface Ready {
  readonly suite: Suite;
  readonly factory: SandboxFactory;
}

/**
 * Do the suite, the starter, the solution and the mutants do what they are there for? Sandboxes of
 * `factory` run them.
 */
export async function checkSuite(
  lab: LabFiles,
  factory: SandboxFactory,
): Promise<readonly Finding[]> {
  const sources = lab.cases.map((one) =>
    'pkt' in one ? checkScript(one) : checkTable(one, lab.lab.planks),
  );
  if (sources.some(({ problem }) => problem !== null)) return sources;

  const bare = bareSource(lab);
  const opened = openSuite(bare);
  const mutants = lab.mutants.map((mutant) => tried(mutant, opened));
  const prints = Object.fromEntries(
    mutants.flatMap((one) => (one.prints === null ? [] : [[one.mutant.name, one.prints]])),
  );
  const source = { ...bare, prints };
  const ready = { suite: { ...opened, prints }, factory };
  const findings = [...sources, ...checkHidden(lab, source), ...checkAlike(source)];
  findings.push(await checkStarter(lab.starter ?? '', ready));
  findings.push(await checkSolution(lab.solution ?? '', ready));
  for (const { mutant, js, problem } of mutants) {
    const what = `mutants/${mutant.name}.ts is killed by the test it names`;
    findings.push({ what, problem: problem ?? (await mutantProblem(mutant, js, ready)) });
  }
  return findings;
}

interface Tried {
  readonly mutant: Mutant;
  readonly js: string;
  /** `null` if there is a problem. */
  readonly prints: Readonly<Record<string, string>> | null;
  readonly problem: string | null;
}

/** A mutant compiles, and comes to an end in each case. */
function tried(mutant: Mutant, suite: Suite): Tried {
  const { js, errors } = compile(mutant.source);
  const [error] = errors;
  if (error) return { mutant, js, prints: null, problem: `line ${error.line}: ${error.message}` };
  try {
    return { mutant, js, prints: printsOf(mutant, suite), problem: null };
  } catch (failure) {
    if (!(failure instanceof LabError)) throw failure;
    return { mutant, js, prints: null, problem: failure.why };
  }
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

async function checkStarter(source: string, ready: Ready): Promise<Finding> {
  const what = 'the starter compiles and fails';
  const { report, problem } = await judged(source, ready);
  if (report === null) return { what, problem };
  if (report.verdict === 'passed') return { what, problem: 'starter.ts passes every test' };
  const isWrong = report.verdict === 'wrong';
  return {
    what,
    problem: isWrong
      ? null
      : `starter.ts should fail as “wrong”, not “${report.verdict}”${saidOf(report)}`,
  };
}

async function checkSolution(source: string, ready: Ready): Promise<Finding> {
  const what = 'the solution passes';
  const { report, problem } = await judged(source, ready, { random: DRAWN });
  if (report === null || report.verdict === 'passed') return { what, problem };
  const failed = report.cases.filter(({ verdict }) => verdict !== 'passed');
  const names = failed.map(({ id }) => id).join(', ');
  return {
    what,
    problem: `solution.ts fails: ${names === '' ? `it ${report.verdict}${saidOf(report)}` : names}`,
  };
}

/** What a program said for itself when it could not be loaded. */
function saidOf({ message }: Report): string {
  return message === '' ? '' : `: ${message}`;
}

async function mutantProblem(
  { name, killedBy }: Mutant,
  js: string,
  { suite, factory }: Ready,
): Promise<string | null> {
  if (killedBy === null) return 'begin it with // killed by: <test>';
  if (!suite.cases.some(({ id }) => id === killedBy)) return `there is no test ${killedBy}`;
  const report = await judge(suite, js, factory, { seed: SEED, random: 0 });
  const killer = report.cases.find(({ id }) => id === killedBy);
  if (killer === undefined && report.verdict !== 'passed') {
    return `it ${report.verdict} before ${killedBy}${saidOf(report)}`;
  }
  if (killer === undefined || killer.verdict === 'passed') return `${killedBy} does not kill it`;
  const first = report.cases.find(({ verdict }) => verdict !== 'passed');
  const isTold = first?.remembers === true || killer.mutant === name;
  if (isTold) return null;
  return killer.mutant === null
    ? `${killedBy} fails, but no message is given: most of its other failures differ`
    : `${killedBy} fails, but its message is ${killer.mutant}’s`;
}

/** Drawn cases only where they are asked for: who is to fail, fails at a written one. */
async function judged(
  source: string,
  { suite, factory }: Ready,
  { random = 0 } = {},
): Promise<{ report: Report | null; problem: string | null }> {
  const { js, errors } = compile(source);
  const [error] = errors;
  if (error) return { report: null, problem: `line ${error.line}: ${error.message}` };
  return { report: await judge(suite, js, factory, { seed: SEED, random }), problem: null };
}
