// @ts-check
/**
 * Promise 1, what a socket tells: `open` at most once, messages only after it, exactly one `close` and nothing behind it,
 * an `error` only right before it; `readyState` is what the event says; nothing before the constructor has returned, or
 * within a call of the application's.
 */
import { nameOf, perInstance } from '../view.mjs';

const STATES = { open: 1, message: 1, error: 3, close: 3 };

export function grammar() {
  const told = perInstance(() => ({
    hasOpened: false,
    error: /** @type {any} */ (null),
    isClosed: false,
    wasGiven: false,
  }));
  return {
    name: 'class 1 grammar',
    on: {
      /** @param {any} entry @param {import('../view.mjs').View} view */
      event({ instance, type, state }, view) {
        const is = told(instance);
        const who = nameOf(instance);
        const { error } = is;
        if (!instance.isMade) return `${who} told ${type} before the constructor had returned`;
        if (instance.isInCall) return `${who} told ${type} within a call of the application`;
        if (is.isClosed) return `${who} told ${type} after close`;
        if (state !== STATES[/** @type {'open'} */ (type)]) return `${who} told ${type} while readyState was ${state}`;
        if (error && type !== 'close') return `${who} told ${type} after error`;
        if (type === 'open' && is.hasOpened) return `${who} told open twice`;
        if (type === 'message' && !is.hasOpened) return `${who} told a message before open`;
        if (type === 'close' && !is.hasOpened && !error) return `${who} never opened and told close without an error`;
        if (error && (error.turn !== view.turn() || error.now !== view.now()))
          return `${who} told close long after its error`;
        if (type === 'open') is.hasOpened = true;
        if (type === 'error') is.error = { turn: view.turn(), now: view.now() };
        if (type === 'close') is.isClosed = true;
      },
    },
    /** @param {import('../view.mjs').View} view */
    settled(view) {
      for (const instance of view.instances()) {
        const { error, isClosed, hasOpened } = told(instance);
        const state = instance.socket?.readyState;
        if (error && !isClosed) return `${nameOf(instance)} told an error and no close`;
        if (isClosed !== (state === 3))
          return `${nameOf(instance)} has told ${isClosed ? 'close' : 'no close'} and readyState is ${state}`;
        if (state === 1 && !hasOpened) return `${nameOf(instance)} is open and has not told it`;
      }
    },
    /** @param {import('../view.mjs').View} view */
    atEnd(view) {
      const left = view.instances().find((instance) => !told(instance).isClosed);
      if (left) return `${nameOf(left)} never told close`;
    },
  };
}
