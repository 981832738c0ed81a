import { defineConfig } from 'vitest/config';

/**
 * Unit tests, beside the code; the attacks on the sandbox in Node; captures of the kernel. The browser
 * has its own.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['{src,labs,content}/**/*.test.ts', 'tests/{attacks,captures}/**/*.test.ts'],
    setupFiles: ['tests/setup.ts', 'src/cli/rfc/collect.ts'],
    testTimeout: process.env['COURSE_DEEP'] === undefined ? 30_000 : 600_000,
  },
});
