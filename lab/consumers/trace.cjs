// @ts-check
/**
 * Preloaded into a build tool: notes every file that it reads below the folders of MDE_TRACE_UNDER, one a line.
 */
const fs = require('node:fs');
const { delimiter } = require('node:path');
const { syncBuiltinESMExports } = require('node:module');

const file = /** @type {string} */ (process.env.MDE_TRACE);
const folders = (process.env.MDE_TRACE_UNDER ?? '').split(delimiter);
const { appendFileSync } = fs;
const noted = new Set();

/** @param {unknown} given */
function note(given) {
  const path = given instanceof URL ? given.pathname : String(given);
  if (noted.has(path) || !folders.some((folder) => path.startsWith(folder))) return;
  noted.add(path);
  appendFileSync(file, `${path}\n`);
}

/** @param {any} owner @param {string} name */
function watch(owner, name) {
  const own = owner[name];
  /** @this {any} @param {any[]} given */
  function noting(...given) {
    note(given[0]);
    return own.apply(this, given);
  }
  owner[name] = Object.assign(noting, own);
}

for (const name of ['readFile', 'readFileSync', 'open', 'openSync', 'createReadStream']) watch(fs, name);
for (const name of ['readFile', 'open']) watch(fs.promises, name);
syncBuiltinESMExports();
