/*
 * npm run interop [-- TEXT…]
 * The engine and the Linux kernel talk to each other, in a network namespace made for it: nothing
 * touches the network of this machine. TEXT chooses the scenarios with it in their title.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { run } from './cli-error.ts';
import { here, UNSHARE, whyNot } from './interop/needs.ts';
import { ROOT } from './paths.ts';
import { runNode } from './process.ts';

const SCRIPT = join(ROOT, 'tests/interop/run.ts');

await run(async () => {
  const reason = await whyNot(here);
  if (reason !== null) return (await runNode([SCRIPT, '--skip', reason])).code;
  return inNamespace([process.execPath, SCRIPT, ...process.argv.slice(2)]);
});

/**
 * Runs a program in namespaces of its own; its exit code. All that it starts ends with it: it is the
 * first process of its process namespace, killed with `unshare`, and it ends when its input does,
 * that is, with us.
 */
function inNamespace(command: readonly string[]): Promise<number> {
  const child = spawn('unshare', [...UNSHARE, ...command], {
    cwd: ROOT,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  let signalled = 0;
  const stop = (code: number) => () => {
    signalled = code;
    // unshare blocks SIGINT and SIGTERM while it waits for its child.
    child.kill('SIGKILL');
  };
  process.once('SIGINT', stop(130));
  process.once('SIGTERM', stop(143));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(signalled || (code ?? 1)));
  });
}
