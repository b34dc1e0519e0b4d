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

/**
 * What a developer runs after a change. The other suites wait for real sockets, storms and faults as long as they are
 * told to, and would take as long as half of all the benchmarks.
 */
const SUITES = ['test/unit', 'test/codegen'];

const TEST_REPORT = 'build/tests.json';

/** @type {{ name: string, command: string[], verify: (project: string, failure?: string) => void }[]} */
const STEPS = [
  {
    name: 'codegen',
    command: ['codegen/cli.mjs'],
    verify: (project, failure) => verifyMade(path.join(project, 'build/wechat/index.ts'), 'codegen', failure),
  },
  {
    name: 'bundling',
    command: ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'],
    verify: (project, failure) => verifyMade(path.join(project, 'dist/wechat.min.js'), 'bundling', failure),
  },
  {
    name: 'unit and codegen tests',
    command: ['node_modules/vitest/vitest.mjs', 'run', ...SUITES, '--reporter=json', `--outputFile=${TEST_REPORT}`],
    verify: (project) => verifyTested(SUITES, JSON.parse(readFileSync(path.join(project, TEST_REPORT), 'utf8'))),
  },
];

/** @param {{ say: (line: string) => void }} how */
export function build({ say }) {
  return inProjectCopy(async (project) => {
    rmSync(path.join(project, 'dist'), { recursive: true });
    /** @type {Record<string, { coldSeconds: number, warmSeconds: number }>} */
    const rows = {};
    for (const { name } of STEPS) rows[name] = { coldSeconds: 0, warmSeconds: 0 };
    for (const state of /** @type {const} */ (['coldSeconds', 'warmSeconds'])) {
      for (const { name, command, verify } of STEPS) {
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
    return { rows, suites: SUITES };
  });
}

/** @param {string} file @param {string} step @param {string} [failure] */
function verifyMade(file, step, failure) {
  verifyEnded(step, failure);
  verifyBuilt(step, existsSync(file));
}
