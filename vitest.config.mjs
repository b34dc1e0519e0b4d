// @ts-check
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { GROUP_NAMES } from './test/conformance/subjects.mjs';

// Timeouts are for tests that hang, not a measure of the machine's speed.
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Some tests wait for real sockets: one more than there are cores keeps these busy meanwhile.
    maxWorkers: availableParallelism() + 1,
    projects: [
      // Many small files that share nothing: a process for each would cost more than the tests.
      { test: { name: 'unit', include: ['test/unit/**/*.test.mjs'], isolate: false, ...patience } },
      // Rules of the storm still differ from the core in a few stories, and its mutants are those of the core before: neither is part of the suite until they are revised.
      {
        test: {
          name: 'suite',
          include: ['test/**/*.test.mjs'],
          exclude: ['test/unit/**', 'test/conformance/conformance.test.mjs', 'test/lab/storm/{storm,mutants}.test.mjs'],
          ...patience,
        },
      },
      // The contract on each host, a project for each group of them.
      ...GROUP_NAMES.map((name) => ({
        test: {
          name: `conformance ${name}`,
          include: ['test/conformance/conformance.test.mjs'],
          env: { MDE_SUBJECTS: name },
          ...patience,
        },
      })),
    ],
  },
});
