// @ts-check
/**
 * The sockets of one host: how many are alive, and whether there may be one more.
 *
 * @typedef {import('./socket.mjs').Request} Request
 * @typedef {import('./socket.mjs').Socket} Socket
 * @typedef {import('./socket.mjs').Kind} Kind
 * @typedef {import('./socket.mjs').Transport} Transport
 * @typedef {import('./socket.mjs').WireEvents} WireEvents
 */
import { createSocket } from './socket.mjs';

/** @param {import('./phone.mjs').Phone} phone */
export function createSockets(phone) {
  /** @type {Socket[]} */
  const all = [];
  let peak = 0;
  let lastId = 0;
  const live = () => all.filter((socket) => socket.state !== 'closed' && !socket.dropped);

  return {
    all,
    /** Sockets connecting or open that nobody asked to close. */
    live,
    /** The most that were live at one instant. */
    peak: () => peak,
    /** Sockets that are really open, asked to close or not. */
    open: () => all.filter((socket) => socket.state === 'open'),
    full: () => all.filter((socket) => socket.hasSlot()).length >= phone.quirks.maxSockets,
    /** @param {Request} request */
    create(request) {
      lastId += 1;
      const socket = createSocket(phone, lastId, request);
      const before = all.at(-1);
      if (phone.quirks.sharesIds && before?.bornAt === socket.bornAt) before.silence();
      if (!phone.remembers) all.splice(0, all.length, ...all.filter((one) => one.state !== 'closed' || one.hasSlot()));
      all.push(socket);
      peak = Math.max(peak, live().length);
      phone.ledger.note(`socket ${socket.id} created`, request.url);
      return socket;
    },
    /**
     * One that the host takes and then refuses, so that it never counts.
     *
     * @param {Request} request
     */
    createRefused(request) {
      lastId += 1;
      return createSocket(phone, lastId, request);
    },
    /** @param {any} code @param {string} reason @param {boolean} [silently] */
    cutAll(code, reason, silently) {
      for (const socket of all) socket.cut(code, reason, silently);
    },
  };
}
