// @ts-check
/** The report, by its path from the root. */
export const REPORT = 'reports/mutation.json';

/**
 * The generated program of the universal entry stands for the core: it has the branches of every platform, and is what
 * the unit tests run on.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'mutation/vitest.config.mjs', related: false },
  mutate: ['build/universal/**/*.ts', '!build/universal/types.ts', '!build/universal/port.ts'],
  ignorePatterns: ['bench', 'docs', 'examples', 'reports', 'demo', 'soak', 'storm', 'faults', 'dist', 'demo-report'],
  reporters: ['json', 'clear-text'],
  jsonReporter: { fileName: REPORT },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  tempDirName: '.stryker-tmp',
};
