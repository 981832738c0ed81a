import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ROOT } from './paths.ts';

/** The entry files of the tools we call, so that they run on this very Node on every system. */
const TOOLS = {
  astro: 'astro/bin/astro.mjs',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  eslint: 'eslint/bin/eslint.js',
  lighthouse: 'lighthouse/cli/index.js',
  prettier: 'prettier/bin/prettier.cjs',
  vitest: 'vitest/vitest.mjs',
} as const;

export type Tool = keyof typeof TOOLS;

export interface Finished {
  readonly code: number;
  /** What it printed, both streams in the order of arrival; empty if it had the terminal itself. */
  readonly output: string;
}

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Show what it prints as it prints it, keep it only, or give it the terminal itself. */
  readonly print?: 'show' | 'keep' | 'terminal';
}

/** Runs a tool of `node_modules` in the project's folder. */
export function runTool(
  tool: Tool,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  return runNode([join(ROOT, 'node_modules', TOOLS[tool]), ...args], options);
}

/** Runs a script on this Node, in the project's folder. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return runProgram(process.execPath, args, options);
}

/** Runs a program. Never throws: one that cannot be started ends with code 127. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env, print = 'show' }: RunOptions = {},
): Promise<Finished> {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...colour, ...env },
    stdio: print === 'terminal' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (stream: NodeJS.WriteStream) => (chunk: string) => {
    output += chunk;
    if (print === 'show') stream.write(chunk);
  };
  child.stdout?.setEncoding('utf8').on('data', take(process.stdout));
  child.stderr?.setEncoding('utf8').on('data', take(process.stderr));
  // A kill ends both; Ctrl-C reaches the child by itself.
  const stop = () => {
    child.once('close', () => process.exit(143));
    child.kill('SIGTERM');
  };
  process.once('SIGTERM', stop);
  child.on('close', () => process.off('SIGTERM', stop));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output }),
    );
  });
}
