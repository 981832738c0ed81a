import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFiles } from './files.ts';
import { ROOT } from './paths.ts';

/**
 * The numbers of the deep tests, as their environment: the same code, longer. Random cases are twenty
 * times as many and more; each run draws others, so that runs add up, and one need not take an hour.
 */
export const DEEP = { COURSE_DEEP: '1', FC_RUNS: '10000' };

/** What a file asks that does more with these numbers; fast-check asks for itself (`tests/setup.ts`). */
const ASKS = /COURSE_DEEP|FC_RUNS|'fast-check'/;

/** The files of unit tests that do more in the deep tests; the others would only say the same again. */
export function deepTests(): readonly string[] {
  return projectFiles().filter(
    (file) => isUnitTest(file) && ASKS.test(readFileSync(join(ROOT, file), 'utf8')),
  );
}

const isUnitTest = (file: string): boolean =>
  /^((src|labs|content)|tests\/(attacks|power))\/.*\.test\.ts$/.test(file);
