// @ts-check
/** A built file on a bare host, with timers that fire when the test says so, in the order in which they were set. */
import { loadBundle } from '../../lab/emulators/index.mjs';
import { bareHost } from './bare-host.mjs';
import { pathOf } from './bundles.mjs';

/**
 * @param {import('./bundles.mjs').Bundle} bundle
 * @param {string} kind of bare host
 * @param {{ path?: string, globals?: Record<string, any> }} [how]
 */
export async function startProgram({ file, name }, kind, { path = pathOf(file), globals = {} } = {}) {
  const bare = bareHost(kind);
  /** @type {Map<number, { callback: () => void, ms: number }>} */
  const timers = new Map();
  let timerCalls = 0;
  const own = {
    setTimeout(/** @type {() => void} */ callback, /** @type {number} */ ms) {
      if (typeof callback !== 'function') throw new TypeError('setTimeout takes a function');
      timerCalls += 1;
      timers.set(timerCalls, { callback, ms });
      return timerCalls;
    },
    clearTimeout(/** @type {number} */ id) {
      timerCalls += 1;
      timers.delete(id);
    },
  };
  const bound = name === 'platform' ? {} : { [name]: bare.host };
  const { MdeWebsocket, release } = await loadBundle(path, { ...bound, ...own, ...globals });

  return {
    ...bare,
    release,
    timerCalls: () => timerCalls,
    /** Fires the timers of at most 2 s, until there is none: pauses and graces, but no bound on an attempt or heartbeat. */
    fireTimers() {
      const next = () => [...timers].find(([, { ms }]) => ms <= 2000);
      for (let due = next(); due; due = next()) {
        const [id, { callback }] = due;
        timers.delete(id);
        callback();
      }
    },
    /**
     * A task that no longer holds back events for its first handler.
     *
     * @param {Record<string, any>} [options]
     * @param {any} [params]
     */
    async connect(options, params = {}) {
      const given = typeof params === 'function' ? params : { url: 'wss://server/', ...bare.params, ...params };
      const task = await MdeWebsocket({
        ...(name === 'platform' && { platform: bare.host }),
        params: given,
        ...options,
      });
      await new Promise(setImmediate);
      return task;
    },
  };
}
