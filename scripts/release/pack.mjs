// @ts-check
/**
 * Packs the package as it is published: what `npm pack` takes, with a package.json free of what only developers need.
 *
 * @typedef {{ tarball: string, content: string }} Packed `content` is the folder that was packed
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Fields of package.json that say nothing to who installs the package. */
const FOR_DEVELOPERS = ['scripts', 'devDependencies', 'devEngines', 'budgets'];

/** @param {string} folder an empty one @returns {Packed} */
export function packForPublishing(folder) {
  const whole = npmPack(ROOT, path.join(folder, 'whole'));
  execFileSync('tar', ['-xzf', whole, '-C', folder]);
  const content = path.join(folder, 'package');
  const file = path.join(content, 'package.json');
  writeFileSync(file, `${JSON.stringify(publishedManifest(JSON.parse(readFileSync(file, 'utf8'))), null, 2)}\n`);
  return { tarball: npmPack(content, path.join(folder, 'packed')), content };
}

/** @param {Record<string, any>} manifest */
export function publishedManifest(manifest) {
  return Object.fromEntries(Object.entries(manifest).filter(([field]) => !FOR_DEVELOPERS.includes(field)));
}

/** @param {string} what @param {string} into */
function npmPack(what, into) {
  mkdirSync(into);
  const shell = process.platform === 'win32';
  execFileSync('npm', ['pack', '--silent', '--pack-destination', into], { cwd: what, stdio: 'pipe', shell });
  return path.join(into, readdirSync(into)[0]);
}
