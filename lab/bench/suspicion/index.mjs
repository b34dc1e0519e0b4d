// @ts-check
/**
 * What a suspicion costs a link that is alive: a message that is sent just after the app came back, or after the host
 * reported another network, waits for one answer of the server. Real sockets, a server that answers after a round trip.
 */
import { readFileSync } from 'node:fs';
import { verify } from '../check.mjs';
import { openWorld } from '../recovery/world.mjs';
import { summarize } from '../stats.mjs';
import { reference } from '../subjects/index.mjs';
import { inWorkshop, shelveLibraries } from '../workshop.mjs';

/** Loopback, a good network and a poor one. Milliseconds. */
const ROUND_TRIPS = [0, 50, 200];

const PING = 'heartbeat';

/** @type {{ name: string, happens: (world: import('../recovery/world.mjs').World) => void }[]} */
const GROUNDS = [
  { name: 'none', happens() {} },
  { name: 'foreground', happens: ({ phone }) => phone.foreground() },
  { name: 'network', happens: ({ phone }) => phone.network(true) },
];

/** @param {{ rounds: number, say: (line: string) => void }} how */
export function suspicion({ rounds, say }) {
  return inWorkshop(async (folder) => {
    const files = await shelveLibraries(folder, [reference]);
    const text = readFileSync(String(files.get(reference.name)), 'utf8');
    const rows = [];
    for (const roundTrip of ROUND_TRIPS) {
      for (const { name, happens } of GROUNDS) {
        say(`suspicion: ${name}, a round trip of ${roundTrip} ms`);
        const turns = [];
        for (let round = 0; round < rounds; round += 1) turns.push(await wait(text, roundTrip, happens));
        rows.push({
          grounds: name,
          roundTrip,
          waitMs: summarize(turns.map(({ waitMs }) => waitMs)),
          pings: summarize(turns.map(({ pings }) => pings)),
        });
      }
    }
    return { rows };
  });
}

/**
 * How long a message is on its way to the server, and how many pings went with it.
 *
 * @param {string} text
 * @param {number} roundTrip
 * @param {(world: import('../recovery/world.mjs').World) => void} happens
 */
async function wait(text, roundTrip, happens) {
  const world = await openWorld(reference, text, {});
  const { server } = world;
  let pings = 0;
  /** @type {(at: number) => void} */
  let arrived = () => {};
  const arrival = new Promise((resolve) => {
    arrived = resolve;
  });
  server.answer = (data, peer) => {
    if (data === PING) pings += 1;
    else arrived(performance.now());
    setTimeout(() => peer.socket.send(data), roundTrip);
    return undefined;
  };
  happens(world);
  const begin = performance.now();
  const answered = world.answers();
  const waitMs = (await arrival) - begin;
  verify(await answered, 'suspicion: the message did not come back');
  verify(server.peers.length === 1, 'suspicion: a live link was replaced');
  await world.end();
  return { waitMs, pings };
}
