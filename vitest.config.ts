import { defineConfig } from 'vitest/config';

/**
 * Unit tests, beside the code, what drawn cases find, and the attacks on the sandbox in Node. The
 * browser and the kernel's captures have their own.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['{src,labs,content}/**/*.test.ts', 'tests/{attacks,power}/**/*.test.ts'],
    // Vitest by itself leaves one core free: of two, that would be half.
    maxWorkers: '100%',
    setupFiles: ['tests/setup.ts', 'src/cli/rfc/collect.ts'],
    testTimeout: process.env['COURSE_DEEP'] === undefined ? 30_000 : 600_000,
  },
});
