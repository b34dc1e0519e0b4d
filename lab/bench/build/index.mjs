// @ts-check
/**
 * How long a developer waits: codegen, bundling and the tests, in a copy of the project that was never built (cold)
 * and once more right after (warm). The disk's cache is as it is.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { inProjectCopy } from '../workshop.mjs';
import { verifyBuilt, verifyEnded, verifyTested } from './check.mjs';

const run = promisify(execFile);

const TEST_REPORT = 'build/tests.json';

/** @typedef {{ name: string, command: string[], isOnce?: boolean, verify: (project: string, failure?: string) => void }} Step */

/** @type {Step[]} */
const STEPS = [
  {
    name: 'codegen',
    command: ['codegen/cli.mjs'],
    verify: (project, failure) => verifyMade(path.join(project, 'build/wechat/index.ts'), 'codegen', failure),
  },
  {
    name: 'bundling',
    command: ['codegen/bundle/cli.mjs'],
    verify: (project, failure) => verifyMade(path.join(project, 'dist/wechat.min.js'), 'bundling', failure),
  },
  // What a developer runs after a change. The other suites wait for real sockets, storms and faults as they are told to.
  testsOf('test/unit'),
  // Compiles a project for every test: twice would take a third of all the benchmarks.
  { ...testsOf('test/codegen'), isOnce: true },
];

/** @param {string} suite @returns {Step} */
function testsOf(suite) {
  return {
    name: `tests of ${suite}`,
    command: ['node_modules/vitest/vitest.mjs', 'run', suite, '--reporter=json', `--outputFile=${TEST_REPORT}`],
    verify: (project) => verifyTested(suite, JSON.parse(readFileSync(path.join(project, TEST_REPORT), 'utf8'))),
  };
}

/** @param {{ say: (line: string) => void }} how */
export function build({ say }) {
  return inProjectCopy(async (project) => {
    rmSync(path.join(project, 'dist'), { recursive: true });
    /** @type {Record<string, { coldSeconds?: number, warmSeconds?: number }>} */
    const rows = Object.fromEntries(STEPS.map(({ name }) => [name, {}]));
    for (const state of /** @type {const} */ (['coldSeconds', 'warmSeconds'])) {
      for (const { name, command, verify } of STEPS.filter(({ isOnce }) => !isOnce || state === 'coldSeconds')) {
        say(`build: ${name}, ${state === 'coldSeconds' ? 'cold' : 'warm'}`);
        const begin = performance.now();
        const failure = await run(process.execPath, command, { cwd: project, maxBuffer: 2 ** 26 }).then(
          () => undefined,
          String,
        );
        rows[name][state] = (performance.now() - begin) / 1000;
        verify(project, failure);
      }
    }
    return { rows };
  });
}

/** @param {string} file @param {string} step @param {string} [failure] */
function verifyMade(file, step, failure) {
  verifyEnded(step, failure);
  verifyBuilt(step, existsSync(file));
}
