// @ts-check
/**
 * Rule 2. At most one live socket per task: live is a socket that the host keeps, that the program can reach and that
 * it has not told to close. An old one is told before a new one is asked for, a late one as soon as it shows.
 */
import { isMain, memberOf } from './rule.mjs';

/** @returns {import('./rule.mjs').Rule} */
export function oneLink() {
  /** Tasks whose handlers hear everything at once. @type {Set<number>} */
  const adopted = new Set();
  return {
    name: '2 one link',
    on: {
      dial({ task }, view) {
        const left = view.sockets().find((socket) => isSame(socket, task, view) && isLive(socket, view));
        if (left) return `asks for a new socket while socket ${left.id} is live`;
      },
      event(entry, view) {
        if (!isMain(entry)) return;
        const said = view.originOf(entry.event.raw);
        // A line says nothing about identity: what it says of an old socket while a new one is asked for is anyone's.
        if (said?.socket.isOver && !said.socket.isLine && said.socket !== view.line()) {
          return `${entry.type} of socket ${said.socket.id} was heard after its attempt had ended`;
        }
        if (entry.type !== 'close') return;
        if (entry.event.cause === 'superseded') abandon(entry.task, view);
        endAttempt(entry.task, said?.socket, adopted.has(entry.task), view);
      },
    },
    settled(view) {
      for (const { index, name, state } of view.members()) {
        if (state) adopted.add(index);
        const own = view.sockets().filter((socket) => socket.owner === index);
        const isBetween = state === 'waiting' || state === 'closed';
        const stale = own.find(
          (socket, at) => (socket.isOver || isBetween || at < own.length - 1) && isLive(socket, view),
        );
        if (stale) return `socket ${stale.id} of ${name} was left alive`;
      }
    },
  };
}

/**
 * An attempt has ended: its sockets are over. Events that were held back for the first handler may come when later
 * attempts have begun, whose sockets are not over.
 *
 * @param {number} task
 * @param {any} said the socket of which the host said so
 * @param {boolean} isAtOnce
 * @param {import('./rule.mjs').View} view
 */
function endAttempt(task, said, isAtOnce, view) {
  const own = view.sockets().filter((socket) => socket.owner === task);
  const state = memberOf(view, task)?.state;
  const hasNext = state === 'connecting' || state === 'open';
  own.forEach((socket, at) => {
    const isNext = hasNext && at === own.length - 1 && socket.told === 0 && socket !== said;
    if (isAtOnce ? !isNext : socket === said || socket.told > 0) socket.isOver = true;
  });
}

/**
 * Where the API does not say that there is one socket only, it is known when one opens: the socket of the task that is
 * then superseded is the host's to replace.
 *
 * @param {number} task
 * @param {import('./rule.mjs').View} view
 */
function abandon(task, view) {
  for (const socket of view.sockets())
    if (socket.owner === task && !view.canRemove('SocketOpen')) socket.isReachable = false;
}

/** @param {any} socket @param {import('./rule.mjs').View} view */
function isLive(socket, view) {
  if (!socket.isReachable || socket.phase === 'dead') return false;
  // On a line a close that was another's may have ended its attempt: it is watched, and closed when it opens.
  if (socket.isLine && socket.isOver && socket.phase === 'connecting') return false;
  // After the user's close() nobody listens any more to a host that ignored it while connecting: rule 3 goes first.
  socket.isGivenUp ||= socket.isLine && socket.told > 0 && memberOf(view, socket.owner)?.state === 'closed';
  if (socket.isGivenUp) return false;
  return socket.phase === 'open' && !socket.isCrooked ? !socket.isToldOpen : socket.told === 0;
}

/**
 * Whether a socket is in the way of a task's new one. Where the API says that there is one socket only, any task's is.
 *
 * @param {any} socket
 * @param {number} task
 * @param {import('./rule.mjs').View} view
 */
function isSame(socket, task, view) {
  const isDeclared = socket.isLine && view.canRemove('SocketOpen');
  return isDeclared ? socket === view.line() : socket.owner === task;
}
