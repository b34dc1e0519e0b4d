// @ts-check
/**
 * The folder in which a run keeps its intermediate files, inside `lab/bench/` so that the peers are found from there.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleLibrary } from './library.mjs';

export const benchRoot = path.dirname(fileURLToPath(import.meta.url));
export const projectRoot = path.resolve(benchRoot, '../..');

const shelf = path.join(benchRoot, '.work');

/** What a copy of the project does without: what is made, and what is fetched. */
const LEFT_OUT = new Set(['.git', 'build', 'coverage', 'node_modules', 'reports', '.work', '.stryker-tmp']);

/**
 * @template T
 * @param {(folder: string) => Promise<T>} work
 */
export async function inWorkshop(work) {
  mkdirSync(shelf, { recursive: true });
  const folder = mkdtempSync(path.join(shelf, 'run-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each subject's library in a file of its own. @param {string} folder @param {import('./subjects/index.mjs').Subject[]} subjects */
export async function shelveLibraries(folder, subjects) {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const subject of subjects) {
    const file = path.join(folder, `${files.size}.library.js`);
    writeFileSync(file, await bundleLibrary(subject));
    files.set(subject.name, file);
  }
  return files;
}

/**
 * With a copy of the project that shares its packages, to build and pack in without touching the real one.
 *
 * @template T
 * @param {(project: string) => Promise<T>} work
 */
export async function inProjectCopy(work) {
  const project = mkdtempSync(path.join(tmpdir(), 'mde-websocket-bench-'));
  try {
    cpSync(projectRoot, project, { recursive: true, filter: (source) => !LEFT_OUT.has(path.basename(source)) });
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(project, 'node_modules'));
    return await work(project);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}
