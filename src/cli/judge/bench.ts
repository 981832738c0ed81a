import type { Compiled } from '#judge/compile/compile.ts';
import { readLab } from '#judge/files/read-lab.ts';
import { suiteSource } from '#judge/files/suite-source.ts';
import { judge } from '#judge/judge.ts';
import type { LabMessages } from '#judge/lab.ts';
import { openSuite } from '#judge/open-suite.ts';
import { closedSandboxes } from '#sandbox/quickjs/closed-sandbox.ts';
import { CliError } from '../cli-error.ts';
import { openCompiler } from './compiler.ts';
import { readProgram } from './read-program.ts';
import type { FileResult } from './result.ts';

/**
 * How long a program may go without progress, ms. More than the second of a browser, because QuickJS
 * is slower, and because a machine that judges many files is busy.
 */
const BUDGET = 5_000;

/** A lab, ready to judge one file after the other. */
export interface Bench {
  readonly messages: LabMessages;
  /** Never throws: what goes wrong is a result too. */
  judge(file: string): Promise<FileResult>;
  close(): void;
}

/**
 * Opens the lab in `folder`. The same seed gives the same verdicts.
 * @throws CliError if the lab itself is broken
 */
export async function openBench(folder: string, seed: number): Promise<Bench> {
  // The compiler takes its time to start, and does it elsewhere.
  const compiler = openCompiler();
  const { suite, messages } = await openLab(folder).catch((error: unknown) => {
    compiler.close();
    throw error;
  });

  async function judgeFile(file: string): Promise<FileResult> {
    const program = await readProgram(file);
    if ('why' in program) return { kind: 'not judged', file, why: program.why };
    const { js, errors }: Compiled =
      'text' in program ? await compiler.compile(program.text) : { js: '', errors: [program] };
    if (errors.length > 0) return { kind: 'did not compile', file, errors };
    const report = await judge(suite, js, closedSandboxes, { seed, budget: BUDGET });
    return { kind: 'judged', file, report };
  }

  return {
    messages,
    close: () => compiler.close(),
    judge: (file) =>
      judgeFile(file).catch((error: unknown) => ({
        kind: 'not judged',
        file,
        why: `the judge itself failed, please report it: ${stackOf(error)}`,
      })),
  };
}

async function openLab(folder: string) {
  try {
    const files = await readLab(folder);
    return { suite: openSuite(suiteSource(files)), messages: files.messages };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new CliError(
      `The lab in ${folder} cannot be read: ${what}\nnpm run labs:check says more.`,
      2,
    );
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
