// @ts-check
/**
 * The half-open link with packets really dropped: client and server in two network namespaces, the cable pulled.
 *
 * @typedef {{ skipped: string, outcomes: import('../outcome.mjs').Outcome[] }} Run
 */
import { deadline } from '../deadline.mjs';
import { ENTRIES } from '../entries.mjs';
import { DROPPED } from './dropped.mjs';
import { createNetwork, whyNot } from './network.mjs';
import { startIn } from './remote.mjs';

/** It takes a third of this. Milliseconds. */
const LONGEST = 15_000;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @returns {Promise<Run>} */
export async function runInNamespaces() {
  const skipped = whyNot();
  return skipped ? { skipped, outcomes: [] } : { skipped, outcomes: await pullTheCable() };
}

async function pullTheCable() {
  const network = createNetwork();
  /** @type {import('./remote.mjs').Remote[]} */
  const programs = [];
  const heed = () => SIGNALS.map((signal) => process.on(signal, leave));
  const unheed = () => SIGNALS.map((signal) => process.removeListener(signal, leave));
  const leave = (/** @type {NodeJS.Signals} */ signal) => {
    network.remove();
    // Only now: a second signal must not interrupt the removal.
    unheed();
    process.kill(process.pid, signal);
  };
  heed();
  const bound = deadline(LONGEST, () => `${DROPPED.name}: nothing came of it within ${LONGEST} ms`);
  try {
    const far = startIn(network.far, './far.mjs', [network.address, String(ENTRIES.length)]);
    programs.push(far);
    const near = startIn(network.near, './near.mjs', [`ws://${network.address}:${await far.ask('port')}`]);
    programs.push(near);
    return await Promise.race([lose(network, near, far), bound.passed]);
  } finally {
    bound.clear();
    await Promise.all(programs.map((program) => program.stop()));
    network.remove();
    unheed();
  }
}

/**
 * @param {import('./network.mjs').Network} network
 * @param {import('./remote.mjs').Remote} near
 * @param {import('./remote.mjs').Remote} far
 * @returns {Promise<import('../outcome.mjs').Outcome[]>}
 */
async function lose(network, near, far) {
  /** Three messages each way, heard before the next three. @param {number} last */
  async function talk(last) {
    await near.ask('say');
    await far.ask('heard', last);
    await far.ask('tell');
    await near.ask('heard', `s${last}`);
  }

  await near.ask('open');
  await talk(3);
  network.drop();
  await near.ask('struck');
  await Promise.all([near.ask('say'), far.ask('tell')]);
  await near.ask('failed');
  network.restore();
  await near.ask('back');
  await talk(9);
  /** @type {Omit<import('../outcome.mjs').Outcome, 'fault'>[]} */
  const outcomes = await near.ask('outcomes', await far.ask('report'));
  return outcomes.map((outcome) => ({ ...outcome, fault: DROPPED }));
}
