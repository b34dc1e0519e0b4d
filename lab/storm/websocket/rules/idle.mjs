// @ts-check
/**
 * `idleTimeout`: silence for so long ends a socket, time asleep is not counted, and after a return to the foreground it
 * is 5 s at the most, until the next message.
 */
import { nameOf, perInstance } from '../view.mjs';

const AFTER_RETURN = 5000;
/** A sleep may cost or save so much of the count. */
const STEP = 1000;

export function idle() {
  const states = perInstance(() => ({ since: Number.POSITIVE_INFINITY, left: 0, naps: 0 }));

  /** @param {any} instance @param {import('../view.mjs').View} view */
  const begin = (instance, view) =>
    void Object.assign(states(instance), { since: view.now(), left: instance.spec.idle, naps: 0 });

  return {
    name: 'class idle',
    on: {
      /** @param {any} entry @param {import('../view.mjs').View} view */
      event({ instance, type, event }, view) {
        const state = states(instance);
        if (type === 'open' || type === 'message') return begin(instance, view);
        const awake = view.now() - state.since;
        const isIdle = type === 'error' && /no message within/.test(event.message);
        if (type === 'close') state.since = Number.POSITIVE_INFINITY;
        if (isIdle && awake < state.left - STEP * state.naps)
          return `${nameOf(instance)} was given up after ${awake} ms of silence, of ${state.left}`;
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      announce({ topic, hearers }, view) {
        if (topic !== 'AppShow' || !hearers.some((/** @type {number} */ owner) => owner >= 0)) return;
        for (const instance of view.instances()) {
          const state = states(instance);
          if (instance.socket?.readyState !== 1 || instance.spec.idle === Number.POSITIVE_INFINITY) continue;
          const passed = view.now() - state.since;
          state.left = Math.min(state.left, passed + AFTER_RETURN);
        }
      },
      /** @param {any} _ @param {import('../view.mjs').View} view */
      resume(_, view) {
        for (const instance of view.instances()) states(instance).naps += 1;
      },
    },
    /** @param {import('../view.mjs').View} view */
    settled(view) {
      if (view.isSuspended()) return;
      for (const instance of view.instances()) {
        const { since, left, naps } = states(instance);
        const isWatched = instance.socket?.readyState === 1 && left < Number.POSITIVE_INFINITY && naps === 0;
        if (isWatched && view.now() - since > left)
          return `${nameOf(instance)} heard nothing for ${view.now() - since} ms, of ${left}, and goes on`;
      }
    },
  };
}
