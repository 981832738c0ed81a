import { expose, type Remote } from 'comlink';
import { suites } from 'virtual:lab-suites';
import { findFault } from '#judge/blame.ts';
import { prepareDrawn } from '#judge/drawn.ts';
import { judge } from '#judge/judge.ts';
import { DRAWN } from '#judge/options.ts';
import type { Progress, Report } from '#judge/report.ts';
import { openSuite } from '#judge/open-suite.ts';
import { tryScript, type ScratchResult } from '#judge/scratch.ts';
import type { Suite, SuiteSource } from '#judge/suite.ts';
import { browserSandboxes } from '#sandbox/browser/factory.ts';
import { decode } from '#sandbox/codec.ts';
import type { CellHost } from '#sandbox/browser/host.ts';
import type { RunRequest, ScratchRequest } from './runner.ts';

/** What the page can ask of the judge's worker. */
const api = {
  /** Has a lab's suite and its drawn cases ready, so that the first run does not wait for them. */
  async prepare(lab: string, seed: number): Promise<void> {
    prepareDrawn(await suiteOf(lab), seed, DRAWN);
  },

  async judge(
    lab: string,
    { js, only, ship }: RunRequest,
    seed: number,
    host: Remote<CellHost>,
    onProgress: (progress: Progress) => void,
  ): Promise<Report> {
    const suite = await suiteOf(lab);
    const factory = browserSandboxes(host);
    let last: Progress | null = null;
    const tell = (progress: Progress) => onProgress((last = progress));
    const report = await judge(suite, js, factory, { seed, only, ship, onProgress: tell });
    if (ship === undefined || ship.length === 0) return report;
    // Whose fault it is, is no further progress; but the page has to hear that the judge is at work.
    const stillHere = () => last && onProgress(last);
    const fault = await findFault(report, ship, (planks, one) =>
      judge(suite, js, factory, { seed, only: one, ship: planks, onProgress: stillHere }),
    );
    return { ...report, ship: fault };
  },

  async tryScript(
    lab: string,
    { js, pkt, ship }: ScratchRequest,
    seed: number,
    host: Remote<CellHost>,
  ): Promise<ScratchResult> {
    const { exports } = await suiteOf(lab);
    return tryScript(pkt, { js, exports, ship }, browserSandboxes(host), { seed });
  },
};

export type JudgeApi = typeof api;

/** Suites that are open: what was drawn for one is kept as long as it is. */
const opened = new Map<string, Promise<Suite>>();

function suiteOf(lab: string): Promise<Suite> {
  const suite = opened.get(lab) ?? load(lab);
  opened.set(lab, suite);
  // One that could not be fetched is asked for again.
  suite.catch(() => opened.delete(lab));
  return suite;
}

async function load(lab: string): Promise<Suite> {
  const fetch = suites[lab];
  if (!fetch) throw new Error(`There is no lab “${lab}”.`);
  return openSuite(decode((await fetch()).default) as SuiteSource);
}

expose(api);
