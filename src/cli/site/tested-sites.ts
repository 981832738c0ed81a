import { join } from 'node:path';

import { BUILD_DIR } from '../paths.ts';
import type { SiteBuild } from './build-site.ts';

/**
 * The two sites that the tests look at: at the root of a server, just as it is published, and under
 * a path of one, with the gallery of figures.
 */
export const TESTED_SITES = {
  root: { outDir: join(BUILD_DIR, 'site'), base: '/' },
  path: { outDir: join(BUILD_DIR, 'site-under-path'), base: '/courses/tcp/', gallery: true },
} as const satisfies Record<string, SiteBuild>;
