// @ts-check
/** One client over every class on every host, in a process of its own: `worker.mjs <client>`. */
import { WAYS } from '../cases.mjs';
import { runCase } from '../run-case.mjs';
import { SERVERS } from '../servers/index.mjs';
import { BEHAVIOURS } from './behaviours.mjs';
import { CLIENTS, subjectsOf } from './subjects.mjs';

/** Runs at once. */
const LANES = 12;
/** Without a word from the host, the longest heartbeat of a client takes 45 s. */
const PATIENCE = 60000;
/** The server stays away until the client has found it so, but no longer than this. */
const AWAY = 6000;

/** @typedef {import('../run-case.mjs').Phone} Phone */

const [name] = process.argv.slice(2);
const client = /** @type {import('../cases.mjs').Case} */ (CLIENTS.find((one) => one.name === name));
const wrapped = /** @type {import('../cases.mjs').Way} */ (WAYS.find((way) => way.name === 'wrapped'));
const jobs = subjectsOf(name).flatMap((subject) => BEHAVIOURS.map((behaviour) => ({ subject, behaviour })));
// What a client rejects or throws without a handler counts for it alone.
process.on('unhandledRejection', () => {});
process.setMaxListeners(100);

await Promise.all(
  Array.from({ length: LANES }, async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) process.send?.(await run(job));
  }),
);
process.exit(0);

/** @param {typeof jobs[number]} job */
async function run({ subject, behaviour }) {
  const server = await SERVERS[client.server](1);
  const way = { ...wrapped, troubles: ['restart'], quirks: behaviour.quirks, replaced: subject.replaced };
  const restart = (/** @type {Phone} */ phone) => restarted(server, phone);
  const { checks } = await runCase(client, way, server, { patience: PATIENCE, restart });
  await server.stop();
  const failed = Object.entries(checks).find(([check, { ok }]) => !ok && check !== 'nothing thrown');
  return {
    client: client.name,
    subject: subject.name,
    behaviour: behaviour.name,
    failed: failed?.[0],
    note: failed?.[1].note,
    ms: checks.restart?.ms,
  };
}

/** @param {import('../servers/index.mjs').Server} server @param {Phone} phone */
async function restarted(server, phone) {
  await server.down?.();
  const { length } = phone.sockets.all;
  const from = Date.now();
  while (phone.sockets.all.length === length && Date.now() - from < AWAY) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Long enough for the refusal to be told.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await server.up?.();
}
