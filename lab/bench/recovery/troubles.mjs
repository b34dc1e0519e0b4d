// @ts-check
/**
 * What can happen to a link. Each trouble strikes an open link of a world and gives two moments: when it began, and
 * when the way was free again, from which the time to recover counts.
 *
 * @typedef {import('./world.mjs').World} World
 * @typedef {{ struckAt: number, freeAt: number }} Blow
 * @typedef {{
 *   name: string, does: string, quirks: Record<string, any>, talks?: boolean,
 *   strike: (world: World, random: () => number) => Promise<Blow>,
 * }} Trouble with `talks` the application goes on sending, and what of it was lost is counted
 */
import { setTimeout as pass } from 'node:timers/promises';

const now = () => performance.now();

/** @type {Trouble[]} */
export const troubles = [
  {
    name: 'dead link',
    does: 'the server says nothing any more; asked to close, the host reports the close',
    quirks: {},
    async strike({ server }) {
      fallSilent(server);
      const struckAt = now();
      return { struckAt, freeAt: struckAt };
    },
  },
  {
    name: 'dead link, silent host',
    does: 'the link is gone and the host reports nothing, not even when asked to close',
    quirks: {},
    async strike({ phone }) {
      const struckAt = now();
      for (const socket of phone.sockets.all) socket.cut(1006, 'gone', true);
      return { struckAt, freeAt: struckAt };
    },
  },
  {
    name: 'server restart',
    does: 'the server drops the link and listens again one to three seconds later',
    quirks: {},
    async strike({ server }, random) {
      const struckAt = now();
      await server.stop();
      await pass(1000 + random() * 2000);
      await server.start();
      return { struckAt, freeAt: now() };
    },
  },
  {
    name: 'network back',
    does: 'no network for six to ten seconds; the host reports the loss and the return',
    quirks: {},
    async strike({ phone, air }, random) {
      const struckAt = now();
      air.isOn = false;
      phone.network(false, { cut: 'noticed' });
      await pass(6000 + random() * 4000);
      air.isOn = true;
      const freeAt = now();
      phone.network(true);
      return { struckAt, freeAt };
    },
  },
  {
    name: 'close after the foreground',
    does: 'eight to ten seconds in the background: frozen and cut after five; the close is reported just after the return',
    quirks: { backgroundFreezes: true, backgroundLoss: 'close', closeDelay: 100 },
    strike: visitBackground,
  },
  {
    name: 'foreground, host refuses',
    does: 'the same, but the close is never reported, as seen on iOS, and the host refuses what is sent',
    quirks: { backgroundFreezes: true, backgroundLoss: 'silent' },
    strike: visitBackground,
  },
  {
    name: 'foreground, dead link',
    does: 'two seconds in the background, in which the link dies without a word; the host takes what is sent',
    quirks: {},
    async strike({ server, phone }) {
      phone.background();
      fallSilent(server);
      await pass(2000);
      const freeAt = now();
      phone.foreground();
      return { struckAt: freeAt, freeAt };
    },
  },
  {
    name: 'Wi-Fi to 4G',
    does: 'the host reports another network; the link of the old one is dead without a word',
    quirks: {},
    async strike({ server, phone }) {
      fallSilent(server);
      const struckAt = now();
      phone.network(true);
      return { struckAt, freeAt: struckAt };
    },
  },
  {
    name: 'host refuses every send',
    does: 'the host has lost the socket, reports nothing and refuses what is sent; the application goes on sending',
    quirks: {},
    talks: true,
    async strike({ phone }) {
      const struckAt = now();
      phone.sockets.cutAll(1006, '', true);
      return { struckAt, freeAt: struckAt };
    },
  },
  {
    name: 'hidden while connecting',
    does: 'the link is lost and the next attempt hangs; the user leaves, the host ends the attempt, the user comes back',
    quirks: {},
    async strike(world) {
      const { phone, air } = world;
      const struckAt = await loseWhileAirHangs(world);
      phone.background();
      await pass(500);
      phone.sockets.cutAll(1006, 'interrupted');
      await pass(1000);
      air.hangs = false;
      const freeAt = now();
      phone.foreground();
      return { struckAt, freeAt };
    },
  },
  {
    name: 'network back, attempt hangs',
    does: 'the link is lost and the next attempt hangs; the network goes and comes back, as the host reports',
    quirks: {},
    async strike(world) {
      const { phone, air } = world;
      const struckAt = await loseWhileAirHangs(world);
      phone.network(false);
      await pass(2000);
      air.hangs = false;
      const freeAt = now();
      phone.network(true);
      return { struckAt, freeAt };
    },
  },
];

/** The server says nothing more on the links that it has. @param {World['server']} server */
function fallSilent(server) {
  const dead = server.open();
  const { answer } = server;
  server.answer = (data, peer) => (dead.includes(peer) ? undefined : answer?.(data, peer));
}

/** The link is lost, and time enough passes for the next attempt to be under way. @param {World} world */
async function loseWhileAirHangs({ server, air }) {
  air.hangs = true;
  const struckAt = now();
  await server.stop();
  await server.start();
  await pass(3500);
  return struckAt;
}

/** @param {World} world @param {() => number} random @returns {Promise<Blow>} */
async function visitBackground({ phone }, random) {
  phone.background();
  await pass(8000 + random() * 2000);
  const freeAt = now();
  phone.foreground();
  return { struckAt: freeAt, freeAt };
}
