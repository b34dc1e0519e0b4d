// @ts-check
/**
 * Runs the tests against one class and gives what each saw. Neither vitest nor the emulators are needed for it, so that
 * another Node can run them on its own class.
 *
 * @typedef {{ WebSocket: any, url: (rest?: string) => string, wire: import('./server.mjs').Echo['wire'] }} World
 * @typedef {object} Case
 * @property {string} name of the file among the web-platform-tests
 * @property {unknown} expected what the standard says
 * @property {(world: World) => unknown} see
 */
import { binary } from './cases/binary.mjs';
import { closing } from './cases/closing.mjs';
import { constructing } from './cases/constructing.mjs';
import { events } from './cases/events.mjs';
import { members } from './cases/members.mjs';
import { sending } from './cases/sending.mjs';
import { startEcho } from './server.mjs';

/** @type {Case[]} */
export const CASES = [...constructing, ...members, ...events, ...sending, ...binary, ...closing];

/** Longer than any of them takes; what is not over by then has not ended. */
const PATIENCE = 5_000;

/** @param {any} WebSocket @returns {Promise<Record<string, unknown>>} what was seen, by name */
export async function runAll(WebSocket) {
  const { url, wire, stop } = await startEcho();
  /** @type {Record<string, unknown>} */
  const seen = {};
  try {
    for (const { name, see } of CASES) seen[name] = await watched(() => see({ WebSocket, url, wire }));
  } finally {
    await stop();
  }
  return JSON.parse(JSON.stringify(seen));
}

/** @param {() => unknown} see */
async function watched(see) {
  /** @type {any} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE, 'has not ended');
  });
  const result = await Promise.race([late, Promise.resolve().then(see).catch(String)]);
  clearTimeout(timer);
  return result;
}
