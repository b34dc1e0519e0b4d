// @ts-check
/**
 * Promise 1, by when: a socket is closed within `openTimeout` where nothing opens, within `closeTimeout` of its `close()`,
 * at once where that met a connecting one, and within 200 ms of an error, a `fail` or a send that was refused.
 */
import { nameOf, perInstance } from '../view.mjs';

const GRACE = 200;

export function bounds() {
  const states = perInstance(() => ({ due: Number.POSITIVE_INFINITY, openBy: Number.POSITIVE_INFINITY, why: '' }));

  /** @param {import('../view.mjs').Instance | undefined} instance @param {number} due @param {string} why */
  function bound(instance, due, why) {
    if (!instance || states(instance).due <= due) return;
    Object.assign(states(instance), { due, why });
  }

  return {
    name: 'class 1 bounds',
    on: {
      /** @param {any} entry @param {import('../view.mjs').View} view */
      dial({ params }, view) {
        const instance = view.instanceOf(params);
        states(instance).openBy = view.now() + instance.spec.open;
      },
      /** @param {any} entry */
      event({ instance, type }) {
        if (type === 'open') states(instance).openBy = Number.POSITIVE_INFINITY;
        if (type === 'close')
          Object.assign(states(instance), { due: Number.POSITIVE_INFINITY, openBy: Number.POSITIVE_INFINITY });
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      return({ instance, name, before, error }, view) {
        if (name !== 'close' || error || before > 1) return;
        bound(instance, view.now() + (before === 1 ? instance.spec.close : 0), 'close()');
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      host({ what, socket, heard }, view) {
        const instance = view.instanceOf(socket.params);
        if (what === 'error' && heard && !view.sharesLine && instance.socket.readyState < 3)
          bound(instance, view.now() + GRACE, 'an error');
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      refused({ socket }, view) {
        const instance = socket && view.instanceOf(socket.params);
        // On a line a second attempt within the first may answer to it.
        if (instance && !view.sharesLine && instance.socket.readyState < 3) bound(instance, view.now() + GRACE, 'fail');
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      'send refused'({ socket }, view) {
        const instance = socket && !view.sharesLine && view.instanceOf(socket.params);
        if (instance && instance.socket.readyState < 3)
          bound(instance, view.now() + GRACE, 'a send that the host refused');
      },
    },
    /** @param {import('../view.mjs').View} view */
    settled(view) {
      if (view.isSuspended()) return;
      for (const instance of view.instances()) {
        const { due, openBy, why } = states(instance);
        const now = view.now();
        if (now > due) return `${nameOf(instance)} was not closed in time after ${why}`;
        if (now > openBy) return `${nameOf(instance)} did not open and was not closed within openTimeout`;
      }
    },
  };
}
