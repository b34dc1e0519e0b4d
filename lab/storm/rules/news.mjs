// @ts-check
/**
 * What the host has told the program of the app and the network, as far as a rule can know it: the program forgets it when
 * nobody listens, and any sign of life from a server ends "no network".
 */

/** Whether anything of ours hears it. @param {number[]} hearers */
export function isOurs(hearers) {
  return hearers.some((owner) => owner >= 0);
}

export function createNews() {
  /** @type {number | null} */
  let hiddenAt = null;
  /** @type {number | null} */
  let offlineAt = null;
  let isHazy = false;

  return {
    /** Since when the app is hidden, for the program. */
    hiddenAt: () => hiddenAt,
    offlineAt: () => offlineAt,
    isAway: () => hiddenAt !== null || offlineAt !== null,
    /** The program may have forgotten it, or not. */
    isHazy: () => isHazy,
    /** Whether this is the app in front again, or a network. @param {any} entry */
    isReturn: ({ topic, payload, hearers }) =>
      isOurs(hearers) && (topic === 'AppShow' || (topic === 'NetworkStatusChange' && payload.isConnected)),
    /** @param {any} entry @param {import('./rule.mjs').View} view */
    announce({ topic, payload, hearers }, view) {
      if (!isOurs(hearers)) return;
      if (topic === 'AppHide') hiddenAt ??= view.now();
      if (topic === 'AppShow') hiddenAt = null;
      if (topic === 'NetworkStatusChange') offlineAt = payload.isConnected ? null : (offlineAt ?? view.now());
    },
    /** The host said something of a socket. @param {any} entry @param {import('./rule.mjs').View} view */
    host({ what, socket, heard }, view) {
      if (heard === 0 || offlineAt === null || (what !== 'open' && what !== 'message')) return;
      const isLive = socket.told === 0 && !socket.isOver && !socket.isLine && socket.phase !== 'dead';
      if (isLive && isNewestOf(view, socket)) offlineAt = null;
      else isHazy = true;
    },
    /** A task has heard that its link is open. */
    opened() {
      offlineAt = null;
    },
    /** After every step. @param {import('./rule.mjs').View} view */
    settle(view) {
      const isHeeded = view.members().some(({ spec, state }) => spec.wake && state !== 'closed');
      if (!isHeeded && (hiddenAt !== null || offlineAt !== null)) isHazy = true;
      if (hiddenAt === null && offlineAt === null) isHazy = false;
    },
  };
}

/** @param {import('./rule.mjs').View} view @param {any} socket */
function isNewestOf(view, socket) {
  return view.sockets().findLast(({ owner }) => owner === socket.owner) === socket;
}
