// @ts-check
/**
 * How long each subject takes to notice a trouble and to be back, with its options as published. The times are real
 * and mostly waiting, so all run at once, each with a phone and a server of its own.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pass } from 'node:timers/promises';
import { createRandom } from '../crowd/random.mjs';
import { summarize } from '../stats.mjs';
import { bareHost, peers, reference } from '../subjects/index.mjs';
import { inWorkshop, shelveLibraries } from '../workshop.mjs';
import { verifyRecovery } from './check.mjs';
import { troubles } from './troubles.mjs';
import { openWorld } from './world.mjs';

/** Who is not back by then never comes back; the slowest that does takes 27 s. Milliseconds. */
const PATIENCE = 32000;

/** Links do not begin at once, so that none waits for another. Milliseconds. */
const STAGGER = 3000;

const CONNECTS = 15;

const POLL = 250;

const EMPTY_LIBRARY = 'exports.library = null;';

/** @typedef {{ noticeMs: number, recoverMs: number, talk: { said: number, lost: number } }} Recovery */

/** @param {{ rounds: number, say: (line: string) => void }} how */
export function recovery({ rounds, say }) {
  const subjects = [reference, ...peers];
  return inWorkshop(async (folder) => {
    const files = await shelveLibraries(folder, subjects);
    const connects = [];
    for (let round = 0; round < CONNECTS; round += 1) connects.push(await oneConnect());
    say(`recovery: ${subjects.length * troubles.length * rounds} links in trouble, all at once, ${PATIENCE / 1000} s`);
    const random = createRandom(1);
    const rows = subjects.flatMap((subject) => troubles.map((trouble) => ({ subject, trouble })));
    const measured = await Promise.all(
      rows.map(async ({ subject, trouble }) => {
        const text = readFileSync(String(files.get(subject.name)), 'utf8');
        const turns = Array.from({ length: rounds }, () => recover(subject, text, trouble, random));
        return { subject, trouble, turns: await Promise.all(turns) };
      }),
    );
    return {
      patienceMs: PATIENCE,
      troubles: troubles.map(({ name, does }) => ({ name, does })),
      oneConnectMs: summarize(connects),
      rows: measured.map(({ subject, trouble, turns }) => ({
        name: subject.name,
        trouble: trouble.name,
        noticeMs: summarize(turns.map(({ noticeMs }) => noticeMs)),
        recoverMs: summarize(turns.map(({ recoverMs }) => recoverMs)),
        ...(trouble.talks && {
          said: turns.reduce((sum, { talk }) => sum + talk.said, 0),
          lost: turns.reduce((sum, { talk }) => sum + talk.lost, 0),
        }),
      })),
    };
  });
}

/** The limit: a socket, its handshake and one message there and back. */
async function oneConnect() {
  const world = await openWorld(bareHost, EMPTY_LIBRARY, {});
  await world.end();
  return world.connectMs;
}

/**
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {string} text
 * @param {import('./troubles.mjs').Trouble} trouble
 * @param {() => number} random
 * @returns {Promise<Recovery>}
 */
async function recover(subject, text, { name, quirks, talks, strike }, random) {
  await pass(random() * STAGGER);
  const world = await openWorld(subject, text, quirks);
  const { struckAt, freeAt } = await strike(world, random);
  const stop = talks ? world.talk() : async () => ({ said: 0, lost: 0 });
  const isBack = () => world.echoed.since(freeAt) !== undefined;
  const deadline = freeAt + PATIENCE;
  while (!isBack() && performance.now() < deadline) await Promise.race([world.echoed.next(), pass(POLL)]);
  const recoverMs = (world.echoed.since(freeAt) ?? Number.POSITIVE_INFINITY) - freeAt;
  const talk = await stop();
  const noticeMs = (world.closed.since(struckAt) ?? Number.POSITIVE_INFINITY) - struckAt;
  verifyRecovery(`${subject.name}, ${name}`, {
    recoverMs,
    answers: await world.answers(),
    links: world.server.peers.length,
    mustRecover: subject === reference,
  });
  await world.end();
  return { noticeMs, recoverMs, talk };
}
