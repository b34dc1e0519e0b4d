// @ts-check
/**
 * Makes, before packing, a folder per subpath for tools that do not read `exports`; removes them afterwards.
 *
 *   node codegen/stubs.mjs make | remove
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBundles } from './bundles.mjs';
import { stubFolders, stubPackage } from './derived/package.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bundles = readBundles(root).filter(({ subpath }) => subpath);
const folders = stubFolders(bundles);
const verb = process.argv[2];

if (verb === 'make') make();
else if (verb === 'remove') remove();
else {
  console.error('usage: node codegen/stubs.mjs make | remove');
  process.exitCode = 2;
}

function make() {
  for (const folder of folders) {
    if (!isStub(folder)) throw new Error(`${folder}/ holds something else than stubs: move it away before packing.`);
  }
  for (const bundle of bundles) {
    mkdirSync(path.join(root, bundle.subpath), { recursive: true });
    writeFileSync(path.join(root, bundle.subpath, 'package.json'), stubPackage(bundle));
  }
}

function remove() {
  for (const folder of folders.filter(isStub)) rmSync(path.join(root, folder), { recursive: true, force: true });
}

/**
 * Whether a folder is absent or holds no more than what `make` puts there.
 *
 * @param {string} folder
 */
function isStub(folder) {
  const whole = path.join(root, folder);
  if (!existsSync(whole)) return true;
  const files = readdirSync(whole, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.every(({ name }) => name === 'package.json');
}
