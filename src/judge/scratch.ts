import { PktError, type Place, type Script } from '#scenario/packetdrill/ast.ts';
import { playPkt, type Setup } from '#scenario/packetdrill/live/play.ts';
import { Skip } from '#scenario/packetdrill/live/skip.ts';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { originOf, pktToRun, settingsOf } from '#scenario/packetdrill/run.ts';
import type { HostRun } from '#network/replay.ts';
import type { Program, SandboxFactory } from '#sandbox/sandbox.ts';
import { reference, RFC9293 } from '#tcp';
import { runBatch } from './batch.ts';
import { failureOf, reportCase, reportStop } from './case-report.ts';
import { loadFailure } from './load-failure.ts';
import type { JudgeOptions } from './options.ts';
import type { CaseReport } from './report.ts';
import type { SuiteCase } from './suite.ts';

/** A line of the script that expects a segment or a state, and is not what the reference does. */
export interface Unmet {
  readonly place: Place;
  /** What is wrong with the line, as the packetdrill runner says it. */
  readonly message: string;
}

/** What came of a script that the learner wrote. */
export type ScratchResult =
  | {
      /** The script cannot be read or run. */
      readonly kind: 'problem';
      /** Counted from 1. */
      readonly line: number;
      readonly column: number;
      readonly message: string;
    }
  | {
      readonly kind: 'run';
      /** The case `scratch`: theirs beside the reference. */
      readonly report: CaseReport;
      /** The first of the script's own expectations that the reference does not meet, if there is one. */
      readonly unmet: readonly Unmet[];
    };

/** What of the judge's options a single script needs. */
export type ScratchOptions = Pick<JudgeOptions, 'seed' | 'budget'>;

/**
 * Runs a packetdrill script of the learner's on their plank and on the reference. What happens to
 * the host is enough; what the script expects is held against the reference.
 */
export async function tryScript(
  pkt: string,
  program: Program,
  factory: SandboxFactory,
  { seed, budget = 1_000 }: ScratchOptions,
): Promise<ScratchResult> {
  const read = readScript(pkt);
  if ('problem' in read) return { kind: 'problem', ...read.problem };
  const { script, run } = read;
  const rfc = script.header['rfc'] ?? '';
  const one: SuiteCase = { id: 'scratch', group: 'visible', pkt, rfc, runs: [run] };
  const options = { program, factory, seed, budget };
  return { kind: 'run', report: await runOne(one, run, options), unmet: unmetIn(script) };
}

type Problem = Omit<ScratchResult & { readonly kind: 'problem' }, 'kind'>;

function readScript(
  pkt: string,
): { readonly script: Script; readonly run: HostRun } | { readonly problem: Problem } {
  try {
    const script = parsePkt(pkt);
    const { run } = pktToRun(script);
    if (run.inputs.length > 0) return { script, run };
    const message = 'nothing happens here yet: write a system call, or a segment that arrives, <';
    return { problem: { line: 1, column: 1, message } };
  } catch (error) {
    if (!(error instanceof PktError)) throw error;
    const message = error.message.replace(/^line \d+, column \d+: /, '');
    return { problem: { ...error.place, message } };
  }
}

async function runOne(
  one: SuiteCase,
  run: HostRun,
  options: Parameters<typeof runBatch>[1],
): Promise<CaseReport> {
  try {
    const { answers, stop, session } = await runBatch([{ run, look: false }], options);
    session?.close();
    const [outcome] = answers;
    if (stop !== null) return reportStop(one, 0, stop);
    if (outcome === undefined || outcome.kind === 'seen') throw new Error('the run gave no record');
    const known = { mutant: null, remembers: false };
    return reportCase(one, failureOf(run, 0, outcome), outcome, known);
  } catch (error) {
    const failure = loadFailure(error);
    const stop = { verdict: 'threw', run: 0, at: null, message: failure.message } as const;
    return { ...reportStop(one, 0, stop), ...failure, cause: failure.verdict };
  }
}

function unmetIn(script: Script): readonly Unmet[] {
  const asks = script.lines.some(
    (line) => line.kind === 'assert' || (line.kind === 'packet' && line.direction === 'out'),
  );
  if (!asks) return [];
  try {
    const { problem } = playPkt(script, setupFor(script));
    return problem === null ? [] : [{ place: problem.place, message: problem.message }];
  } catch (error) {
    if (!(error instanceof PktError || error instanceof Skip)) throw error;
    const message = error.message.replace(/^line \d+, column \d+: /, '');
    return [{ place: error.place, message }];
  }
}

/** The host of the labs: the reference, by the RFC alone, to the millisecond. */
function setupFor(script: Script): Setup {
  return {
    engine: reference,
    config: { ...RFC9293, ...settingsOf(script) },
    origin: originOf(script),
    system: 'linux',
    version: 4,
    isDeaf: false,
    defaults: {
      ...{ idle: 7_200, interval: 75, probes: 9, init: null },
      ...{ rcvBuf: RFC9293.rcvBuf, sndBuf: null, doubles: false, rounds: false },
    },
    tolerance: { ms: 0, percent: 0 },
    tick: null,
    pieces: false,
    complete: false,
    command(line) {
      throw new Skip(line.place, 'commands between backticks are not run here');
    },
  };
}
