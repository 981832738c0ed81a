/*
 * npm run judge -- --lab ID [--json] [--seed N] FILE…
 * Judges files as the page does, in a closed sandbox each. `--help` says more.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CliError, run } from './cli-error.ts';
import { openBench } from './judge/bench.ts';
import { HELP, USAGE } from './judge/help.ts';
import { asJson } from './judge/json.ts';
import { asLine } from './judge/line.ts';
import type { FileResult } from './judge/result.ts';
import { ROOT } from './paths.ts';

const LABS = join(ROOT, 'labs');

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lab: { type: 'string' },
      json: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const lab = labFrom(values.lab);
  const seed = seedFrom(values.seed);
  if (positionals.length === 0) throw new CliError(`Which files? ${USAGE}`, 2);

  const bench = await openBench(join(LABS, lab), seed);
  const results: FileResult[] = [];
  try {
    for (const file of positionals) {
      const result = await bench.judge(file);
      results.push(result);
      if (result.kind === 'not judged') console.error(asLine(result, bench.messages));
      else if (!values.json) console.log(asLine(result, bench.messages));
    }
  } finally {
    bench.close();
  }
  if (values.json) console.log(asJson({ lab, seed, messages: bench.messages }, results));
  return exitCode(results);
});

function labFrom(id: string | undefined): string {
  const labs = readdirSync(LABS).filter((name) => existsSync(join(LABS, name, 'lab.ts')));
  const there = `There are: ${labs.sort().join(', ')}.`;
  if (id === undefined) throw new CliError(`Which lab? Say it with --lab ID. ${there}`, 2);
  if (!labs.includes(id)) throw new CliError(`There is no lab “${id}”. ${there}`, 2);
  return id;
}

function seedFrom(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= 0xffff_ffff) return seed;
  throw new CliError(`--seed takes a whole number from 0 to 4294967295, not “${text}”.`, 2);
}

/** That a file could not be judged weighs more than that another is wrong. */
function exitCode(results: readonly FileResult[]): number {
  if (results.some(({ kind }) => kind === 'not judged')) return 2;
  const passed = (each: FileResult) => each.kind === 'judged' && each.report.verdict === 'passed';
  return results.every(passed) ? 0 : 1;
}
