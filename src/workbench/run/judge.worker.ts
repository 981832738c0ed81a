import { expose, type Remote } from 'comlink';
import { suites } from 'virtual:lab-suites';
import { judge } from '#judge/judge.ts';
import type { Progress, Report } from '#judge/report.ts';
import { openSuite } from '#judge/open-suite.ts';
import type { SuiteSource } from '#judge/suite.ts';
import { browserSandboxes } from '#sandbox/browser/factory.ts';
import { decode } from '#sandbox/codec.ts';
import type { CellHost } from '#sandbox/browser/host.ts';

/** What the page can ask of the judge's worker. */
const api = {
  /** Has a lab's suite ready, so that the first run does not wait for it. */
  async prepare(lab: string): Promise<void> {
    await source(lab);
  },

  async judge(
    lab: string,
    js: string,
    seed: number,
    host: Remote<CellHost>,
    onProgress: (progress: Progress) => void,
  ): Promise<Report> {
    const suite = openSuite(await source(lab));
    return judge(suite, js, browserSandboxes(host), { seed, onProgress });
  },
};

export type JudgeApi = typeof api;

async function source(lab: string): Promise<SuiteSource> {
  const load = suites[lab];
  if (!load) throw new Error(`There is no lab “${lab}”.`);
  return decode((await load()).default) as SuiteSource;
}

expose(api);
