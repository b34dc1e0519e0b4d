// @ts-check
/**
 * What can happen to a link. Each trouble strikes an open link of a world and gives two moments: when it began, and
 * when the way was free again, from which the time to recover counts.
 *
 * @typedef {import('./world.mjs').World} World
 * @typedef {{ struckAt: number, freeAt: number }} Blow
 * @typedef {{ name: string, does: string, quirks: Record<string, any>, strike: (world: World, random: () => number) => Promise<Blow> }} Trouble
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
      const dead = server.open();
      const { answer } = server;
      server.answer = (data, peer) => (dead.includes(peer) ? undefined : answer?.(data, peer));
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
    name: 'foreground',
    does: 'eight to ten seconds in the background: frozen and cut after five; the close is reported on return',
    quirks: { backgroundFreezes: true, backgroundLoss: 'close', closeDelay: 100 },
    strike: visitBackground,
  },
  {
    name: 'foreground, silent host',
    does: 'the same, and the close is never reported, as seen on iOS',
    quirks: { backgroundFreezes: true, backgroundLoss: 'silent' },
    strike: visitBackground,
  },
];

/** @param {World} world @param {() => number} random @returns {Promise<Blow>} */
async function visitBackground({ phone }, random) {
  phone.background();
  await pass(8000 + random() * 2000);
  const freeAt = now();
  phone.foreground();
  return { struckAt: freeAt, freeAt };
}
