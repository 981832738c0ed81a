/** `npm run dev` and `npm run types`: Astro's own commands, without its telemetry. */
import { run } from './cli-error.ts';
import { runTool } from './process.ts';

await run(async () => {
  // Ctrl-C reaches Astro by itself; this process only waits for it.
  process.on('SIGINT', () => undefined);
  const { code } = await runTool('astro', process.argv.slice(2), { print: 'terminal' });
  return code;
});
