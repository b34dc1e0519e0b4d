// @ts-check
/**
 * A crowd of tasks for a while, its links cut at random: what became of every message, and whether anything grew.
 *
 * @typedef {Awaited<ReturnType<typeof soak>>} Report
 */
import { confirmed } from '../faults/confirmed.mjs';
import { startProxy } from '../faults/proxy.mjs';
import { createWatch } from '../faults/watch.mjs';
import { createAccount } from './account.mjs';
import { calm, RECOVERY } from './calm.mjs';
import { createCarriers } from './carriers.mjs';
import { createCrowd } from './crowd.mjs';
import { createCutter } from './cutter.mjs';
import { createRandom } from './random.mjs';
import { rhythm } from './rhythm.mjs';
import { inRounds } from './rounds.mjs';
import { startServer } from './server.mjs';

/** Each task sends a message in so many milliseconds. */
const EVERY = 1000;
/** The crowd sends in so many portions. */
const PORTIONS = 20;
/** Messages of a task in a second of cutting, the rests included; after that it is silent. */
const MOST = 5;

/**
 * @param {import('./arguments.mjs').Asked} asked
 * @param {(line: string) => void} say
 */
export async function soak({ tasks, seconds, seed }, say) {
  const watch = createWatch();
  const random = createRandom(seed);
  const account = createAccount(tasks, MOST * seconds + RECOVERY / EVERY + PORTIONS);
  const server = await startServer(account, (socket, port) => carriers.meet(socket, port));
  const proxy = await startProxy(server.port, watch.changed);
  const carriers = createCarriers(account, proxy.links);
  const crowd = await createCrowd(tasks, proxy.url(), account, watch);
  const world = { crowd, account, proxy, watch };
  say(`${tasks} tasks are open in ${crowd.phones.length} programs.`);

  const cutter = createCutter(proxy, random, tasks, carriers.strike);
  const stopTalking = talk(crowd, tasks);
  const samples = await inRounds(world, cutter, seconds, say);
  stopTalking();
  await calm(world, account.isSettled);
  for (const task of crowd.tasks) task.close();
  await confirmed(() => crowd.counts().listeners <= crowd.kept());
  const left = crowd.counts();
  proxy.stop();
  await server.stop();
  return {
    asked: { tasks, seconds, seed },
    samples,
    strokes: cutter.strokes,
    connections: server.connections(),
    losses: crowd.losses,
    messages: account.close(),
    wrong: account.wrong,
    left: { timers: left.timers, listeners: left.listeners - crowd.kept() },
    thrown: crowd.thrown(),
  };
}

/** @param {import('./crowd.mjs').Crowd} crowd @param {number} size */
function talk(crowd, size) {
  let turn = 0;
  return rhythm(EVERY / PORTIONS, () => {
    for (let task = turn; task < size; task += PORTIONS) crowd.send(task);
    turn = (turn + 1) % PORTIONS;
  });
}
