// @ts-check
/**
 * Promises 2 and 3, what goes out: over an open socket at once, exactly, in order, on its own socket; while connecting it
 * throws; afterwards it is dropped. `bufferedAmount` is what was sent and of which the host has not said success.
 */
import { nameOf, perInstance } from '../view.mjs';

export function sending() {
  const states = perInstance(() => ({ handed: 0, sending: '', buffered: 0 }));
  /** @type {any} */
  let current = null;
  return {
    name: 'class 3 sending',
    on: {
      /** @param {any} entry */
      call({ instance, name, text }) {
        if (name !== 'send') return;
        Object.assign(states(instance), { sending: text, handed: 0 });
        current = instance;
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      handed({ text, data, socket, message }, view) {
        if (!current || states(current).sending !== text)
          return `"${text}" was handed to the host and nobody was sending it`;
        const state = states(current);
        state.handed += 1;
        if (!socket || (!view.sharesLine && view.instanceOf(socket.params) !== current))
          return `"${text}" went out over another socket`;
        if (typeof data !== 'string' && !(data instanceof ArrayBuffer))
          return `"${text}" was handed over as ${typeof data}`;
        listen(message, state);
      },
      /** @param {any} entry */
      return({ instance, name, text, before, error }) {
        if (name !== 'send') return;
        const state = states(instance);
        const isConnecting = before === 0;
        current = null;
        if (isConnecting !== (error?.name === 'InvalidStateError'))
          return `send() while readyState was ${before} threw ${error}`;
        if (error && !isConnecting) return `send() threw ${error}`;
        if (state.handed !== (before === 1 ? 1 : 0))
          return `"${text}" was handed over ${state.handed} times, readyState was ${before}`;
        if (!isConnecting) state.buffered += text.length;
      },
    },
    /** @param {import('../view.mjs').View} view */
    settled(view) {
      for (const instance of view.instances()) {
        const { bufferedAmount } = instance.socket;
        const { buffered } = states(instance);
        if (bufferedAmount !== buffered)
          return `bufferedAmount of ${nameOf(instance)} is ${bufferedAmount}, not ${buffered}`;
      }
    },
  };
}

/** Hears what the host answers. @param {any} message @param {{ buffered: number, sending: string }} state */
function listen(message, state) {
  const { success } = message;
  const size = state.sending.length;
  let isTaken = false;
  message.success = (/** @type {any} */ result) => {
    if (!isTaken) state.buffered -= size;
    isTaken = true;
    success(result);
  };
}
