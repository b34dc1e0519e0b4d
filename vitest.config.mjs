// @ts-check
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.mjs'],
    // Timeouts are for tests that hang, not a measure of the machine's speed.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
