import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** The files that take minutes. Whichever comes last has one core and the other idles. */
const LONGEST = ['gallery', 'access', 'atlas'];

/** Begins with the longest files; the others come in Vitest's own order. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files);
    const first = LONGEST.flatMap((name) => rest.filter((file) => nameOf(file) === name));
    return [...first, ...rest.filter((file) => !first.includes(file))];
  }
}

const nameOf = ({ moduleId }: TestSpecification): string => basename(moduleId, '.test.ts');

/** Tests of the built site in Chromium, two files at a time: half of what a test does is waiting. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
