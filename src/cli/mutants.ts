/*
 * npm run mutants -- [--all] [NAME…]
 * Breaks the engine in every way that tests/faults/ knows, and shows which of our tests notices it.
 */
import { join } from 'node:path';
import { run } from './cli-error.ts';
import { ROOT } from './paths.ts';
import { runNode } from './process.ts';

await run(async () => {
  const script = join(ROOT, 'tests/faults/run.ts');
  return (await runNode([script, ...process.argv.slice(2)], { print: 'terminal' })).code;
});
