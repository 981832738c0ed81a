/** `npm run serve`: builds the course if anything changed, and serves it until Ctrl-C. */
import { parseArgs } from 'node:util';

import { run } from './cli-error.ts';
import { buildSite, COURSE_BASE, DIST, isUpToDate } from './site/build-site.ts';
import { serveSite } from './site/server.ts';

const FIRST_PORT = 4321;

await run(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
  const site = { outDir: DIST, base: COURSE_BASE };
  if (isUpToDate(site)) console.log('Nothing changed since the last build.');
  else await buildSite(site);
  const served = await serveSite({
    folder: DIST,
    base: COURSE_BASE,
    port: Number(values.port ?? FIRST_PORT),
    ...(values.host === undefined ? {} : { host: values.host }),
  });
  console.log('Stop with Ctrl-C. The course is at');
  console.log(served.url);
  await stopSignal();
  await served.close();
  return 0;
});

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
}
