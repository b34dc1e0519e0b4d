// @ts-check
/** `npm run test:clients`: see README.md of this folder. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CASES, OTHER_TOOLS, WAYS, waysOf } from './cases.mjs';
import { missing } from './program/library.mjs';
import { printTable, writeReport } from './report.mjs';
import { setUp } from './setup.mjs';
import { checkTypes } from './types/check.mjs';

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));
/** A process of cases that hangs is ended, with its servers. */
const LIMIT = 240000;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    way: { type: 'string' },
    seed: { type: 'string', default: '1' },
    checkout: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const cases = values.only ? chosen(values.only) : CASES;
const all = [...WAYS, ...OTHER_TOOLS].map(({ name }) => name);
const ways = all.filter((name) => !values.way || name === values.way);
const lack = missing(values.checkout);
if (lack) fail(lack);
const seed = Number(values.seed);
if (!Number.isInteger(seed)) fail(`--seed takes a whole number, not "${values.seed}"`);
if (ways.length === 0) fail(`--way takes one of: ${all.join(' | ')}; not "${values.way}"`);

const from = Date.now();
const troubles = setUp(cases);
/** @type {import('./report.mjs').Result[]} */
const results = [];
const groups = [...grouped(cases).values()];
const workers = Array.from({ length: Math.max(4, availableParallelism() * 2) }, async () => {
  for (let group = groups.shift(); group; group = groups.shift()) results.push(...(await runGroup(group)));
});
await Promise.all(workers);
if (!values.only || values.only.includes('types')) {
  results.push({ name: 'types', way: 'tsc', server: '', checks: checkTypes(values.checkout) });
}

printTable(results);
writeReport({ results, troubles, seed, ms: Date.now() - from });
for (const trouble of troubles) console.log(`FAILED ${trouble}`);
const outcomes = results.flatMap(({ checks }) => Object.values(checks).map(({ ok }) => ok));
const failed = outcomes.filter((ok) => !ok).length + troubles.length;
console.log(`${Math.round((Date.now() - from) / 1000)} s`);
console.log(`${outcomes.length + troubles.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;

/** @param {string} only names or parts of names, with commas between */
function chosen(only) {
  const parts = only
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== 'types');
  for (const part of parts) {
    if (!CASES.some(({ name }) => name.includes(part))) {
      fail(`--only: there is no "${part}"; there are types | ${CASES.map(({ name }) => name).join(' | ')}`);
    }
  }
  return CASES.filter(({ name }) => parts.some((part) => name.includes(part)));
}

/** One group for each case, but one for all over a server that they share; the slow ones first. @param {typeof CASES} list */
function grouped(list) {
  const slow = ['rabbitmq', 'natsCluster', 'colyseus', 'socketIoCluster', 'cutMosquitto'];
  const rank = (/** @type {typeof CASES[number]} */ { server }) =>
    (slow.indexOf(server) + slow.length + 1) % (slow.length + 1);
  /** @type {Map<string, typeof CASES>} */
  const groups = new Map();
  for (const theCase of [...list].sort((a, b) => rank(a) - rank(b))) {
    const key = theCase.share ? theCase.server : theCase.name;
    groups.set(key, [...(groups.get(key) ?? []), theCase]);
  }
  return groups;
}

/** @param {typeof CASES} group @returns {Promise<import('./report.mjs').Result[]>} */
function runGroup(group) {
  const names = group.map(({ name }) => name);
  const { checkout, verbose } = values;
  return new Promise((resolve) => {
    /** @type {import('./report.mjs').Result[]} */
    const got = [];
    // A group of processes of its own, so that no server outlives it.
    const child = fork(WORKER, [JSON.stringify({ names, ways, seed, checkout, verbose })], { detached: true });
    const end = () => {
      try {
        process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL');
      } catch {}
    };
    const late = setTimeout(end, LIMIT);
    process.on('exit', end);
    child.on('message', (/** @type {any} */ result) => got.push(result));
    child.once('exit', () => {
      clearTimeout(late);
      end();
      process.off('exit', end);
      for (const { name, way } of group.flatMap(runsOf)) {
        if (got.some((result) => result.name === name && result.way === way)) continue;
        got.push({
          name,
          way,
          server: '',
          checks: { program: { ok: false, note: 'its process ended early or hung' } },
        });
      }
      const bad = got.filter(({ checks }) => Object.values(checks).some(({ ok }) => !ok)).length;
      console.log(`${bad ? 'FAILED' : 'ok    '} ${names.join(' + ')}`);
      resolve(got);
    });
  });
}

/** @param {typeof CASES[number]} theCase */
function runsOf(theCase) {
  return waysOf(theCase)
    .filter(({ name }) => ways.includes(name))
    .map((way) => ({ name: theCase.name, way: way.name }));
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(2);
}
