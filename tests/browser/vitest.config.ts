import { defineConfig } from 'vitest/config';

/** Tests of the built site in Chromium. One file after the other: they share two cores with it. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['global-setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
