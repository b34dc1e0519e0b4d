// @ts-check
/** What an open, idle connection holds: bytes of heap and pending timers, over many connections. */
import { summarizeFields } from '../stats.mjs';
import { atRunTime } from '../subjects/index.mjs';
import { alipay } from '../subjects/mde.mjs';
import { runWorker } from '../worker.mjs';
import { inWorkshop, shelveLibraries } from '../workshop.mjs';

const TASKS = 10000;
const ROUNDS = 2;

/** Alipay's default is one connection in all, so there is nothing to divide by. */
const subjects = atRunTime.filter((subject) => subject !== alipay);

/** @param {{ rounds: number, say: (line: string) => void }} how */
export function memory({ rounds, say }) {
  return inWorkshop(async (folder) => {
    const files = await shelveLibraries(folder, subjects);
    /** @type {Map<string, { bytes: number, pending: number }[]>} */
    const measured = new Map(subjects.map(({ name }) => [name, []]));
    for (let round = 1; round <= Math.min(rounds, ROUNDS); round += 1) {
      say(`memory: round ${round}`);
      // Bytes do not depend on who else runs, so all wait for their links to settle together.
      const weigh = async (/** @type {string} */ name) =>
        measured.get(name)?.push(await runWorker('memory/worker.mjs', [name, String(files.get(name)), String(TASKS)]));
      await Promise.all(subjects.map(({ name }) => weigh(name)));
    }
    const rows = [...measured].map(([name, records]) => ({ name, ...summarizeFields(records) }));
    return { tasks: TASKS, rows };
  });
}
