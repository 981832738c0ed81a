/**
 * `npm run test:all [-- step …]`: all checks and tests, each step even if one before it failed.
 * With `--deep` only those that can be driven further, with larger numbers.
 */
import { parseArgs } from 'node:util';

import { CliError, run } from './cli-error.ts';
import { type Counts, countsLine, sum } from './counts.ts';
import { DEEP } from './deep.ts';
import { type Step, STEPS } from './steps.ts';

interface Done {
  readonly step: Step;
  readonly counts: Counts;
  readonly seconds: number;
}

await run(async () => {
  const { values, positionals } = parseArgs({
    options: { deep: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const done: Done[] = [];
  for (const { step, run } of chosen(positionals, values.deep)) {
    console.log(`\n── ${step.title} ${'─'.repeat(Math.max(3, 76 - step.title.length))}`);
    const start = performance.now();
    const counts = countedOf(step, await run());
    const seconds = (performance.now() - start) / 1000;
    console.log(`   ${seconds.toFixed(1)} s`);
    done.push({ step, counts, seconds });
  }
  const total = sum(done.map(({ counts }) => counts));
  printSummary(done);
  console.log(countsLine(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

interface Chosen {
  readonly step: Step;
  run(): Promise<Counts>;
}

function chosen(ids: readonly string[], isDeep: boolean): readonly Chosen[] {
  const unknown = ids.find((id) => STEPS.every((step) => step.id !== id));
  if (unknown !== undefined) {
    const known = STEPS.map(({ id }) => id).join(', ');
    throw new CliError(`There is no step “${unknown}”. The steps are ${known}.`, 2);
  }
  return STEPS.filter(({ id }) => ids.length === 0 || ids.includes(id)).flatMap((step) => {
    const { deep } = step;
    if (!isDeep) return [{ step, run: () => step.run({}) }];
    return deep === undefined ? [] : [{ step, run: () => deep(DEEP) }];
  });
}

/** What a machine without a kernel to spare cannot do is no gap in the tests of the project. */
function countedOf({ kernel }: Step, counts: Counts): Counts {
  return kernel === true ? { ...counts, skipped: 0 } : counts;
}

function printSummary(done: readonly Done[]): void {
  console.log('\n── Summary '.padEnd(82, '─'));
  for (const { step, counts, seconds } of done) {
    const mark = counts.failed > 0 ? 'FAIL' : 'ok  ';
    const time = `${seconds.toFixed(1)} s`.padStart(8);
    console.log(`${mark} ${step.id.padEnd(10)} ${time}  ${countsLine(counts)}`);
  }
  const all = done.reduce((time, { seconds }) => time + seconds, 0);
  console.log(`     ${'in all'.padEnd(10)} ${`${all.toFixed(1)} s`.padStart(8)}`);
}
