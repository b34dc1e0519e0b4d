// @ts-check
/**
 * Builds the site into docs/.vitepress/dist: static files for any server, under SITE_BASE (`/` unless said).
 *
 *   npm run docs                              build
 *   SITE_BASE=/mde-websocket/ npm run docs    for a folder of a server
 *   npm run docs -- --dev                     show it while writing
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { writeApiPages } from './api.mjs';

const docs = fileURLToPath(new URL('..', import.meta.url));
const base = process.env.SITE_BASE ?? '/';
if (!/^\/(.*\/)?$/.test(base)) {
  console.error(`SITE_BASE must begin and end with a slash, as /mde-websocket/ does; got ${base}`);
  process.exit(1);
}

installIfNeeded();
writeApiPages();
const vitepress = createRequire(`${docs}package.json`)
  .resolve('vitepress/package.json')
  .replace('package.json', 'bin/vitepress.js');
const command = process.argv.includes('--dev') ? 'dev' : 'build';
const { status } = spawnSync(process.execPath, [vitepress, command, docs], { stdio: 'inherit' });
if (status === 0 && command === 'build') console.log(`docs/.vitepress/dist is ready for ${base}`);
process.exitCode = status ?? 1;

/** VitePress brings another Vite than the root has, so it is installed here. */
function installIfNeeded() {
  const installed = `${docs}node_modules/.package-lock.json`;
  const wanted = JSON.parse(readFileSync(`${docs}package-lock.json`, 'utf8')).packages;
  const present = existsSync(installed) ? JSON.parse(readFileSync(installed, 'utf8')).packages : {};
  const isThere = Object.keys(wanted).every(
    (name) =>
      name === '' || wanted[name].optional || wanted[name].peer || present[name]?.version === wanted[name].version,
  );
  if (isThere) return;
  console.log('Installing what the site is built with: npm ci in docs');
  const { status: code } = spawnSync('npm', ['ci'], {
    cwd: docs,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    console.error('npm ci in docs failed: see above, and run it again when the cause is gone.');
    process.exit(1);
  }
}
