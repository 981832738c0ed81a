import { defineConfig } from 'vitest/config';

/**
 * Captures of this machine's kernel, which need root, namespaces and tcpdump, and captures read by
 * tshark, which needs no kernel; skipped where these cannot be had.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['tests/captures/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // Each starts tshark or a connection of the kernel: half a second, many on a busy machine.
    testTimeout: 60_000,
  },
});
