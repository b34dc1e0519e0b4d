// @ts-check
/** One script for every engine: the scripted world, a bundle, and the lives it is to live through. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PLATFORMS, subjectOfEntry } from '../subjects.mjs';

const require = createRequire(import.meta.url);
const PARTS = ['clock', 'server', 'hosts', 'life'];

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} path from the root */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** What of the script's hosts stands for each family of emulators. @type {Record<string, string[]>} */
const KINDS = { 'task host': ['task'], 'single host': ['single'], 'either host': ['single', 'multiple'] };

/** The global that an entry takes for its host, and the kinds of host it meets. An engine has no WebSocket for a page. */
const ENTRIES = Object.fromEntries(
  PLATFORMS.flatMap(({ entry, isGiven, global }) => {
    if (isGiven) return [[entry, { name: 'platform', hosts: ['task', 'promised', 'single', 'multiple'] }]];
    const hosts = KINDS[subjectOfEntry(entry).behaviour.emulator];
    return global && hosts ? [[entry, { name: global, hosts }]] : [];
  }),
);

/** Every bundle that is copied into a program as it is. */
export const bundles = Object.keys(ENTRIES).flatMap((entry) => [`dist/${entry}.js`, `dist/${entry}.min.js`]);

/**
 * @typedef {{ story: string, host: string, name: string, isMacrotask: boolean }} Subject
 *
 * @param {string} bundle
 * @returns {Subject[]} each kind of host, with the engine's own Promise and with that of iOS 15 and older
 */
export function subjectsOf(bundle) {
  const { name, hosts } = ENTRIES[basename(bundle).split('.')[0]];
  return hosts.flatMap((host) =>
    [false, true].map((isMacrotask) => ({
      story: `${host} host, ${isMacrotask ? 'Promise over setTimeout' : 'native Promise'}`,
      host,
      name,
      isMacrotask,
    })),
  );
}

/**
 * The whole script. It wants nothing of an engine but ES5, `Promise`, and `print` or `console.log`.
 *
 * @param {string} bundle path of the file, or another text under its name
 * @param {string} [code]
 */
export function programOf(bundle, code = read(bundle)) {
  const subjects = subjectsOf(bundle);
  const world = PARTS.map((part) => read(`lab/engines/script/${part}.js`)).join('\n');
  const polyfill = readFileSync(require.resolve('promise-polyfill/lib/index.js'), 'utf8');
  return `(function () {
${world}
function bundle(module, exports, setTimeout, clearTimeout, Date, Promise, ${subjects[0].name}) {
${code}
}
function polyfill(module, setTimeout, setImmediate) {
${polyfill}
}
function load(timers, date, OwnPromise, host) {
  var module = { exports: {} };
  bundle(module, module.exports, timers.setTimeout, timers.clearTimeout, date, OwnPromise, host);
  return module.exports;
}
function createPromise(setTimeout) {
  var module = {};
  polyfill(module, setTimeout);
  return module.exports;
}
var write = typeof print === 'function' ? print : function (line) { console.log(line); };
var subjects = ${JSON.stringify(subjects)};
(function next() {
  var subject = subjects.shift();
  if (subject) live(subject, load, subject.isMacrotask && createPromise, write, next);
})();
})();
`;
}
