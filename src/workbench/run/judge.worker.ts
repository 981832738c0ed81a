import { expose, type Remote } from 'comlink';
import { suites } from 'virtual:lab-suites';
import { findFault } from '#judge/blame.ts';
import { judge } from '#judge/judge.ts';
import type { Progress, Report } from '#judge/report.ts';
import { openSuite } from '#judge/open-suite.ts';
import { tryScript, type ScratchResult } from '#judge/scratch.ts';
import type { SuiteSource } from '#judge/suite.ts';
import { browserSandboxes } from '#sandbox/browser/factory.ts';
import { decode } from '#sandbox/codec.ts';
import type { CellHost } from '#sandbox/browser/host.ts';
import type { RunRequest, ScratchRequest } from './runner.ts';

/** What the page can ask of the judge's worker. */
const api = {
  /** Has a lab's suite ready, so that the first run does not wait for it. */
  async prepare(lab: string): Promise<void> {
    await source(lab);
  },

  async judge(
    lab: string,
    { js, only, ship }: RunRequest,
    seed: number,
    host: Remote<CellHost>,
    onProgress: (progress: Progress) => void,
  ): Promise<Report> {
    const suite = openSuite(await source(lab));
    const factory = browserSandboxes(host);
    const report = await judge(suite, js, factory, { seed, only, ship, onProgress });
    if (ship === undefined || ship.length === 0) return report;
    const fault = await findFault(report, ship, (planks, one) =>
      judge(suite, js, factory, { seed, only: one, ship: planks }),
    );
    return { ...report, ship: fault };
  },

  async tryScript(
    lab: string,
    { js, pkt, ship }: ScratchRequest,
    seed: number,
    host: Remote<CellHost>,
  ): Promise<ScratchResult> {
    const { exports } = await source(lab);
    return tryScript(pkt, { js, exports, ship }, browserSandboxes(host), { seed });
  },
};

export type JudgeApi = typeof api;

async function source(lab: string): Promise<SuiteSource> {
  const load = suites[lab];
  if (!load) throw new Error(`There is no lab “${lab}”.`);
  return decode((await load()).default) as SuiteSource;
}

expose(api);
