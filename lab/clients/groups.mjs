// @ts-check
/** Cases in processes of their own: one for each case, but one for all over a server that they share. */
import { runAlone } from './alone.mjs';
import { waysOf } from './cases.mjs';

/** @typedef {import('./cases.mjs').Case} Case @typedef {import('./report.mjs').Result} Result */

const WORKER = new URL('worker.mjs', import.meta.url);
/** What takes longest begins first. */
const SLOW = ['rabbitmq', 'natsCluster', 'cable', 'colyseus', 'echo', 'socketIoCluster', 'cutMosquitto'];

/** @param {Case[]} cases */
export function groupsOf(cases) {
  const rank = (/** @type {Case} */ { server }) => (SLOW.indexOf(server) + SLOW.length + 1) % (SLOW.length + 1);
  /** @type {Map<string, Case[]>} */
  const groups = new Map();
  for (const theCase of [...cases].sort((a, b) => rank(a) - rank(b))) {
    const key = theCase.share ? theCase.server : theCase.name;
    groups.set(key, [...(groups.get(key) ?? []), theCase]);
  }
  return [...groups.values()];
}

/**
 * @param {Case[]} group
 * @param {{ ways: string[], seed: number, verbose: boolean }} options
 * @returns {Promise<Result[]>}
 */
export async function runGroup(group, { ways, seed, verbose }) {
  const names = group.map(({ name }) => name);
  /** @type {Result[]} */
  const got = [];
  await runAlone(WORKER, [JSON.stringify({ names, ways, seed, verbose })], (result) => got.push(result));
  const results = [...got, ...missing(group, ways, got)];
  const isBad = results.some(({ checks }) => Object.values(checks).some(({ ok }) => !ok));
  console.log(`${isBad ? 'FAILED' : 'ok    '} ${names.join(' + ')}`);
  return results;
}

/** Runs of which the process told nothing. @param {Case[]} group @param {string[]} ways @param {Result[]} got @returns {Result[]} */
function missing(group, ways, got) {
  const checks = { program: { ok: false, note: 'its process ended early or hung' } };
  return group.flatMap((theCase) =>
    waysOf(theCase)
      .filter(({ name }) => ways.includes(name))
      .filter((way) => !got.some((result) => result.name === theCase.name && result.way === way.name))
      .map((way) => ({ name: theCase.name, way: way.name, server: '', checks })),
  );
}
