/** `npm run build [-- --base /courses/tcp/] [--out folder]`: writes the site to `dist/`. */
import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';

import { run } from './cli-error.ts';
import { ROOT, shown } from './paths.ts';
import { buildSite, COURSE_BASE, DIST, readBase } from './site/build-site.ts';

await run(async () => {
  const { values } = parseArgs({ options: { base: { type: 'string' }, out: { type: 'string' } } });
  const base = values.base === undefined ? COURSE_BASE : readBase(values.base);
  const outDir = values.out === undefined ? DIST : absolute(values.out);
  await buildSite({ outDir, base });
  console.log(`The site stands in ${shown(outDir)}/, to be served under ${base}`);
  return 0;
});

function absolute(path: string): string {
  return isAbsolute(path) ? path : join(ROOT, path);
}
