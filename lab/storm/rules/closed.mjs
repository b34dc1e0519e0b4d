// @ts-check
/**
 * Rule 3. After `close()` nothing reaches a handler, no timer runs, the host holds no listener of the task.
 */
import { createNews } from './news.mjs';
import { memberOf, perTask } from './rule.mjs';

/** @returns {import('./rule.mjs').Rule} */
export function closedIsClosed() {
  const tasks = perTask(() => ({ closedIn: -1, isClosed: false, sending: 0 }));
  const news = createNews();
  /** Thrown by handlers and not reported yet: for each, one timer of no time may be pending. */
  let unreported = 0;

  /** @param {string} what @returns {(entry: any, view: import('./rule.mjs').View) => string | void} */
  const forbid = (what) => (entry, view) => {
    const task = tasks.of(entry.task);
    // What the closing settles is settled before the turn is over; a function of the options that closes is not the last.
    const isSameTurn = task.closedIn === view.turn() && (entry.kind === 'callback' || entry.kind === 'asked');
    const isSettling = isSameTurn || (entry.kind === 'callback' && task.sending > 0);
    if (task.isClosed && !isSettling)
      return `${what} after close() (${entry.type ?? entry.what ?? entry.name ?? entry.text})`;
  };

  return {
    name: '3 closed is closed',
    on: {
      announce: news.announce,
      host: news.host,
      call({ task, name }) {
        if (name === 'reconnect') tasks.of(task).isClosed = false;
        if (name === 'send') tasks.of(task).sending += 1;
      },
      return({ task, name }, view) {
        if (name === 'send') tasks.of(task).sending -= 1;
        // A handler may have revived the task while it was being closed.
        const isRevived = memberOf(view, task)?.state !== 'closed';
        if (name !== 'close' || isRevived) return;
        Object.assign(tasks.of(task), { isClosed: true, closedIn: view.turn() });
      },
      'close answered'({ heard }) {
        if (heard.join() !== 'success,complete') return `close() called ${heard.join(', ') || 'none of its callbacks'}`;
      },
      event: forbid('a handler was called'),
      callback: forbid('a callback of a message was called'),
      asked: forbid('a function of the options was called'),
      dial: forbid('a socket was asked for'),
      handed: forbid('something was sent'),
      message({ message }) {
        if (!message.isData && !message.hasCallbacks) unreported += 1;
      },
      thrown() {
        unreported += 1;
      },
      replied({ what, reply }) {
        if (what === 'reconnectTimeout' && Number.isNaN(reply)) unreported += 1;
      },
      uncaught() {
        unreported -= 1;
      },
    },
    settled(view) {
      const members = view.members();
      const isQuiet = members.every(({ state }) => state === 'closed');
      for (const { index, name, state } of members) {
        if (state !== 'closed' || (view.sharesLine && !isQuiet)) continue;
        const timers = isQuiet
          ? view.timers(index)
          : view.timers(index).filter(({ owner }) => owner === index || view.sharesLine);
        if (timers.some(({ ms }) => ms > 0)) return `a timer of ${name} runs after it was closed`;
        if (timers.length > Math.max(0, unreported)) return `a timer of ${name} is pending after it was closed`;
        const topic = isQuiet && heldTopic(view, news.hiddenAt() !== null || news.isHazy());
        if (topic) return `the host still holds a listener of ${name} for ${topic}`;
      }
      news.settle(view);
    },
  };
}

/**
 * What is needed to finish a close that the host has refused, not confirmed or cannot hear yet may stay: rule 2 asks for it.
 *
 * @param {import('./rule.mjs').View} view
 * @param {boolean} isHidden
 */
function heldTopic(view, isHidden) {
  const isUnfinished = view.sockets().some(({ isAsked, isConfirmed }) => isAsked && !isConfirmed);
  const topics = isHidden && isUnfinished ? [] : ['AppShow', 'AppHide', 'NetworkStatusChange'];
  const line = view.line();
  const isWatched = line?.isAsked && !line.isConfirmed;
  if (!isWatched) topics.push('SocketOpen', 'SocketMessage', 'SocketError', 'SocketClose');
  return topics.find((topic) => view.canRemove(topic) && view.listeners(topic).some(({ owner }) => owner >= 0));
}
