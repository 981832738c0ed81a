import sandboxScript from 'virtual:sandbox-runtime';
import { openRunner, type Runner } from '#workbench/run/runner.ts';
import type { Verdict } from '#judge/report.ts';
import { heartbeat } from './heartbeat.ts';

/** What became of a program, and of the page meanwhile. */
export interface Judged {
  readonly verdict: Verdict;
  /** A case was not reached, or one failed. */
  readonly isHeld: boolean;
  /** For how long the page did nothing else, ms, beyond what the whole machine did. */
  readonly blocked: number;
  readonly error: string;
}

declare global {
  var judgeProgram: (lab: string, js: string) => Promise<Judged>;
}

/** One per lab: as in the workbench, a run comes after a run. */
const runners = new Map<string, Runner>();

function runnerOf(lab: string): Runner {
  const runner = runners.get(lab) ?? openRunner(lab, './sandbox.html', sandboxScript);
  runners.set(lab, runner);
  return runner;
}

globalThis.judgeProgram = async (lab, js) => {
  const heart = await heartbeat();
  let verdict: Verdict = 'wrong';
  let isHeld = true;
  let error = '';
  try {
    const report = await runnerOf(lab).run({ js }, () => undefined);
    if (report === null) throw new Error('the run was stopped');
    verdict = report.verdict;
    isHeld = report.cutShort || report.cases.some((each) => each.verdict !== 'passed');
  } catch (thrown) {
    error = String(thrown);
  }
  return { verdict, isHeld, blocked: await heart.end(), error };
};
