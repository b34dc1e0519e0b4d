// @ts-check
/**
 * The same chat over the host's own API, as it is often written: `onClose` and a timer.
 */
import { PAUSE, startChat } from './chat.mjs';
import { numberIn } from './program.mjs';

/**
 * @param {string} link
 * @param {string} url
 * @param {{ host: any, thread: import('../emulators/thread.mjs').Thread, record: import('./recorder.mjs').Record }} phone
 */
export function startBare(link, url, { host, thread, record }) {
  let attempt = -1;
  let isOver = false;
  /** @type {any} */
  let socketTask;

  function connect() {
    attempt += 1;
    record({ kind: 'state', link, state: 'connecting', attempt });
    socketTask = host.connectSocket({ url, fail: again });
    socketTask.onOpen(() => {
      record({ kind: 'state', link, state: 'open', attempt });
      attempt = 0;
    });
    socketTask.onMessage((/** @type {any} */ { data }) => record({ kind: 'answered', link, n: numberIn(data) }));
    socketTask.onClose(again);
  }

  /** @param {any} [event] */
  function again(event) {
    if (isOver) return;
    record({ kind: 'state', link, state: 'waiting', attempt, cause: 'onClose', code: event?.code, delay: PAUSE });
    thread.setTimeout(connect, PAUSE);
  }

  connect();
  const chat = startChat(link, { thread, record, send: (message) => socketTask.send(message) });
  return {
    hush: chat.hush,
    close() {
      isOver = true;
      record({ kind: 'state', link, state: 'closed', attempt, cause: 'user' });
      socketTask.close({});
    },
  };
}
