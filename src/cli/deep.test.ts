import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deepTests } from './deep.ts';
import { projectFiles } from './files.ts';
import { ROOT } from './paths.ts';

/** What is no test and may ask: it passes the numbers on, or is a step of its own. */
const OTHERS = ['src/cli/deep.ts', 'src/cli/model.ts', 'tests/setup.ts', 'vitest.config.ts'];

it('who asks for the numbers of the deep tests, or has fast-check try its own, is run there', () => {
  const asking = projectFiles()
    .filter((file) => /\.(ts|tsx|js|mjs|astro)$/.test(file))
    .filter((file) => {
      const source = readFileSync(join(ROOT, file), 'utf8');
      return /\b(COURSE_DEEP|FC_RUNS)\b|\bfc\.(assert|check)\(/.test(source);
    });
  const tests = deepTests();
  expect(asking.filter((file) => !tests.includes(file))).toEqual(OTHERS);
  expect(tests).toContain('tests/power/part-1.test.ts');
});
