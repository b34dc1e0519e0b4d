// @ts-check
/**
 * Every client over every class on every host.
 *
 * @typedef {{ client: string, subject: string, behaviour: string, failed?: string, note?: string, ms?: number }} Run
 */
import { runAlone } from '../alone.mjs';
import { BEHAVIOURS } from './behaviours.mjs';
import { CLIENTS, subjectsOf } from './subjects.mjs';

const WORKER = new URL('worker.mjs', import.meta.url);
const LANES = 4;

/** @param {(line: string) => void} say @param {string[]} [names] of clients @returns {Promise<Run[]>} */
export async function runMatrix(say, names = CLIENTS.map(({ name }) => name)) {
  const waiting = [...names];
  /** @type {Run[]} */
  const runs = [];
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let name = waiting.shift(); name; name = waiting.shift()) {
        const got = await runClient(name);
        runs.push(...got);
        say(`${name}: ${got.filter(({ failed }) => !failed).length} of ${got.length} work`);
      }
    }),
  );
  return runs;
}

/** @param {string} name @returns {Promise<Run[]>} */
async function runClient(name) {
  /** @type {Run[]} */
  const runs = [];
  await runAlone(WORKER, [name], (run) => runs.push(run));
  const due = subjectsOf(name).length * BEHAVIOURS.length;
  if (runs.length !== due) throw new Error(`${name}: only ${runs.length} of ${due} runs were told`);
  return runs;
}
