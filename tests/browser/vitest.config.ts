import { defineConfig } from 'vitest/config';

/** Tests of the built site in Chromium, two files at a time: half of what a test does is waiting. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['global-setup.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
