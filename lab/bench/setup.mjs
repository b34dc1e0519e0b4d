// @ts-check
/** Brings the benchmark's own packages into step with its lock file, and builds what is to be measured. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BenchmarkError } from './check.mjs';

const bench = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

/** @param {(line: string) => void} say */
export function setUp(say) {
  if (!isInstalled()) {
    say('setting up: npm ci in lab/bench/');
    runNpm(['ci'], bench);
  }
  say('setting up: npm run build');
  runNpm(['run', '--silent', 'build'], project);
}

/** Whether what npm noted of its last installation is what the lock file asks for. */
function isInstalled() {
  const noted = `${bench}node_modules/.package-lock.json`;
  if (!existsSync(noted)) return false;
  const wanted = packagesOf(`${bench}package-lock.json`);
  const present = packagesOf(noted);
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || present[name]?.version === version,
  );
}

/** @param {string} file @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** @param {string[]} args @param {string} cwd */
function runNpm(args, cwd) {
  const { status, stderr, stdout } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new BenchmarkError(`npm ${args.join(' ')} failed:\n${stdout}${stderr}`);
}
