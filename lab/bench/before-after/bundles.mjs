// @ts-check
/** The bundles of two moments of the project, each ready to be measured. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleLibrary, DIST } from '../library.mjs';
import { alipay, universal, wechat } from '../subjects/mde.mjs';
import { projectRoot } from '../workshop.mjs';

/** @typedef {{ hash: string, date: string, title: string }} Revision */
/** @typedef {{ subject: import('../subjects/index.mjs').Subject, file: string, gzip: number }} Bundle */
/** @typedef {{ before: Bundle, after: Bundle }} Pair */

/** What is measured, and the file of `dist/` it is in. */
const ENTRIES = [
  { subject: wechat, file: 'wechat' },
  { subject: universal, file: 'index' },
  { subject: alipay, file: 'alipay' },
];

/** @param {string} name anything that git knows a commit by @returns {Revision} */
export function readRevision(name) {
  let line = '';
  try {
    line = git('log', '-1', '--format=%h%x09%cs%x09%s', name, '--', 'dist').trim();
  } catch {
    throw new RangeError(`git knows no revision "${name}"`);
  }
  if (!line) throw new RangeError(`there were no bundles in dist/ yet at "${name}": name a later revision`);
  const [hash, date, title] = line.split('\t');
  return { hash, date, title };
}

/** @param {string} folder @param {Revision} revision @returns {Promise<Pair[]>} */
export async function shelveBoth(folder, { hash }) {
  const old = path.join(folder, 'dist');
  mkdirSync(old);
  for (const { file } of ENTRIES) {
    for (const name of [`${file}.mjs`, `${file}.min.js`])
      writeFileSync(path.join(old, name), git('show', `${hash}:dist/${name}`));
  }
  return Promise.all(
    ENTRIES.map(async (entry) => ({
      before: await shelve(folder, entry, old, 'before'),
      after: await shelve(folder, entry, DIST, 'after'),
    })),
  );
}

/** @param {string} folder @param {typeof ENTRIES[number]} entry @param {string} dist @param {string} when @returns {Promise<Bundle>} */
async function shelve(folder, { subject, file }, dist, when) {
  const library = path.join(folder, `${file}.${when}.js`);
  writeFileSync(library, await bundleLibrary(subject, dist));
  const minified = readFileSync(path.join(dist, `${file}.min.js`));
  return { subject, file: library, gzip: gzipSync(minified, { level: 9 }).length };
}

/** @param {string[]} args */
function git(...args) {
  return execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
