// @ts-check
/**
 * Makes, before packing, a folder per subpath for tools that do not read `exports`; removes them afterwards.
 *
 *   node codegen/stubs.mjs make | remove
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stubPackage } from './derived/package.mjs';
import { readPlatforms } from './manifest.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const entries = readPlatforms(root)
  .map(({ entry }) => entry)
  .filter((entry) => entry !== 'index');
const verb = process.argv[2];

if (verb === 'make') for (const entry of entries) make(entry);
else if (verb === 'remove') for (const entry of entries) remove(entry);
else {
  console.error('usage: node codegen/stubs.mjs make | remove');
  process.exitCode = 2;
}

/** @param {string} entry */
function make(entry) {
  const folder = path.join(root, entry);
  if (!isStub(folder)) throw new Error(`${entry}/ holds something else than a stub: move it away before packing.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), stubPackage(entry));
}

/** @param {string} entry */
function remove(entry) {
  const folder = path.join(root, entry);
  if (isStub(folder)) rmSync(folder, { recursive: true, force: true });
}

/**
 * Whether a folder is absent or holds no more than what `make` puts there.
 *
 * @param {string} folder
 */
function isStub(folder) {
  return !existsSync(folder) || readdirSync(folder).every((file) => file === 'package.json');
}
