import { defineConfig } from 'vitest/config';

/** Hostile programs in the browsers. One after the other: they share two cores with them. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { include: ['tests/hostile/**/*.test.ts'], fileParallelism: false },
});
