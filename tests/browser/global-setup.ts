import type { TestProject } from 'vitest/node';

import { findChromium } from '../../src/cli/browsers/chromium.ts';
import { buildSite, isUpToDate } from '../../src/cli/site/build-site.ts';
import { type Served, serveSite } from '../../src/cli/site/server.ts';
import { TESTED_SITES } from '../../src/cli/site/tested-sites.ts';

/** Where the two built sites can be reached while the tests run. */
export interface Sites {
  readonly root: string;
  readonly path: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    sites: Sites;
  }
}

/** Builds what changed, serves both sites, and tells the tests where. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Without a browser there is nothing to test: say so once, before anything is built.
  await findChromium();
  const started: Served[] = [];
  for (const site of [TESTED_SITES.root, TESTED_SITES.path]) {
    if (!isUpToDate(site)) await buildSite(site);
    started.push(await serveSite({ folder: site.outDir, base: site.base, port: 0 }));
  }
  const [root, path] = started;
  project.provide('sites', { root: root?.url ?? '', path: path?.url ?? '' });
  return async () => {
    for (const site of started) await site.close();
  };
}
