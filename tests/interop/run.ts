/*
 * Plays every scenario against the kernel of the namespace that it runs in: see npm run interop.
 * run.ts --skip REASON says that none of them can be played here.
 */
import { partsOf, playAll } from './play.ts';
import { SCENARIOS } from './scenarios.ts';
import { openLink } from './world/link.ts';
import { buildNetwork } from './world/namespace.ts';

const [first, ...rest] = process.argv.slice(2);

if (first === '--skip') {
  console.log(`The engine cannot meet a Linux kernel here: ${rest.join(' ')}`);
  console.log(`0 passed, 0 failed, ${partsOf(SCENARIOS).length} skipped`);
} else {
  // Whoever started us is gone, or wants us gone. The namespace ends with us, its first process.
  process.stdin.resume().on('end', () => process.exit(143));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(143));
  const link = await openLink();
  await buildNetwork();
  const failed = await playAll(link, SCENARIOS, first === undefined ? [] : [first, ...rest]);
  process.exit(failed === 0 ? 0 : 1);
}
