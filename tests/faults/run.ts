/*
 * What `npm run mutants` runs: puts every broken engine to our own suites; each must be noticed by
 * the test that it names. --all goes on after that test and counts all that notice it.
 */
import { parseArgs } from 'node:util';
import { CliError, run } from '../../src/cli/cli-error.ts';
import { hunt, isDead } from './hunt/hunt.ts';
import { hunted, summary } from './hunt/report.ts';
import { allTrials } from './hunt/suite.ts';
import { FAULTS } from './index.ts';

await run(async () => {
  const { values, positionals } = parseArgs({
    options: { all: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => FAULTS.every((fault) => fault.name !== name));
  if (unknown.length > 0) {
    throw new CliError(`There is no fault ${unknown.join(', ')}: see tests/faults/.`, 2);
  }
  const wanted = FAULTS.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  const trials = allTrials();
  const results = wanted.map((fault) => {
    const result = hunt(fault, trials, values.all);
    for (const line of hunted(result, values.all)) console.log(line);
    return result;
  });
  console.log(summary(results));
  return results.every(isDead) ? 0 : 1;
});
