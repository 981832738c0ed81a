import { defineConfig } from 'vitest/config';

/**
 * Unit tests, beside the code, and the attacks on the sandbox in Node. The browser and the kernel's
 * captures have their own.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['{src,labs,content}/**/*.test.ts', 'tests/attacks/**/*.test.ts'],
    setupFiles: ['tests/setup.ts', 'src/cli/rfc/collect.ts'],
    testTimeout: process.env['COURSE_DEEP'] === undefined ? 30_000 : 600_000,
  },
});
