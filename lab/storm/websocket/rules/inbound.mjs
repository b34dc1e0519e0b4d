// @ts-check
/** Promise 3, what comes in: every message that the host has for an open socket, once, in order, as it was. */
import { textOf } from '../../app/data.mjs';
import { nameOf, perInstance } from '../view.mjs';

export function inbound() {
  const states = perInstance(() => ({
    owed: /** @type {string[]} */ ([]),
    told: /** @type {Set<string>} */ (new Set()),
  }));
  return {
    name: 'class 3 inbound',
    on: {
      /** @param {any} entry @param {import('../view.mjs').View} view */
      host({ what, socket, heard }, view) {
        const instance = view.instanceOf(socket.params);
        if (what !== 'message' || !heard || view.sharesLine || instance.socket.readyState > 1) return;
        states(instance).owed.push(`s${socket.id}m${socket.said}`);
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      event({ instance, type, event }, view) {
        if (type !== 'message') return;
        const { owed, told } = states(instance);
        const { data } = event;
        if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) return `a message came as ${typeof data}`;
        const text = textOf(data).replace(/^pong /, '');
        if (told.has(text)) return `${nameOf(instance)} told "${text}" twice`;
        told.add(text);
        if (!view.sharesLine && text !== owed.shift())
          return `${nameOf(instance)} told "${text}", which is not what came`;
      },
    },
    /** @param {import('../view.mjs').View} view */
    settled(view) {
      for (const instance of view.instances()) {
        const { owed } = states(instance);
        const [missed] = owed.splice(0);
        // A handler of the message before may have closed it.
        if (missed && instance.socket.readyState < 2) return `${nameOf(instance)} did not tell "${missed}"`;
      }
    },
  };
}
