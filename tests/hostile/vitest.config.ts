import { defineConfig } from 'vitest/config';

/**
 * Hostile programs in the browsers. One after the other: they share two cores with them. A browser
 * that was busy with itself for a moment gets another chance; a program that holds up the page does it again.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { include: ['tests/hostile/**/*.test.ts'], fileParallelism: false, retry: 2 },
});
