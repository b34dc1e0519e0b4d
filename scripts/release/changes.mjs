// @ts-check
/**
 * What would be different for who updates: files that came, went or changed size since the last released tag.
 *
 * @typedef {Map<string, number>} Sizes bytes by path
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The newest `v…` tag before this commit, if there is one. */
export function lastRelease() {
  const { status, stdout } = git('describe', '--tags', '--match', 'v*', '--abbrev=0');
  return status === 0 ? stdout.trim() : undefined;
}

/** @param {string} tag @returns {Sizes} */
export function sizesAt(tag) {
  const { stdout } = git('ls-tree', '-r', '--long', tag);
  const files = [...stdout.matchAll(/^\S+ blob \S+ +(\d+)\t(.+)$/gm)];
  return new Map(files.map(([, size, file]) => [file, Number(size)]));
}

/** @param {string} folder @returns {Sizes} */
export function sizesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => path.join(parentPath, name)).sort();
  return new Map(paths.map((file) => [path.relative(folder, file).replaceAll('\\', '/'), statSync(file).size]));
}

/** A line for each difference; files outside `dist` that were packed are not stored as such, and count as kept. @param {Sizes} before @param {Sizes} after */
export function differences(before, after) {
  const isPacked = (/** @type {string} */ file) => file.startsWith('dist/');
  const gone = [...before.keys()].filter((file) => isPacked(file) && !after.has(file));
  const rest = [...after]
    .filter(([file]) => isPacked(file))
    .flatMap(([file, size]) => lineOf(file, size, before.get(file)));
  return [...gone.map((file) => `- ${file}`), ...rest];
}

/** @param {string} file @param {number} size @param {number | undefined} was */
function lineOf(file, size, was) {
  if (was === undefined) return [`+ ${file} (${size} bytes)`];
  return was === size ? [] : [`~ ${file} (${was} to ${size} bytes)`];
}

/** Changes that are not committed, one a line; empty if there are none. */
export function uncommitted() {
  return git('status', '--porcelain').stdout.trim();
}

/** @param {...string} args */
function git(...args) {
  return spawnSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
