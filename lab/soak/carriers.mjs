// @ts-check
/**
 * Which sockets were struck. The proxy strikes links and knows no socket; the server knows the number of each socket,
 * and the port that its link came from.
 *
 * @typedef {ReturnType<typeof createCarriers>} Carriers
 * @typedef {import('../faults/link.mjs').Link} Link
 *
 * @param {import('./account.mjs').Account} account
 * @param {Set<Link>} links those of the moment
 */
export function createCarriers(account, links) {
  /** @type {WeakMap<Link, number>} */
  const sockets = new WeakMap();
  /** @type {WeakSet<Link>} */
  const struck = new WeakSet();

  /** A link may be struck before its socket is known. @param {Link} link */
  function tell(link) {
    const socket = sockets.get(link);
    if (socket && struck.has(link)) account.strike(socket);
  }

  return {
    /** The server has met a socket. @param {number} socket @param {number | undefined} port */
    meet(socket, port) {
      const link = [...links].find((one) => port && one.port() === port);
      // One that is over already never opened.
      if (!link) return;
      sockets.set(link, socket);
      tell(link);
    },
    /** @param {Link} link */
    strike(link) {
      struck.add(link);
      tell(link);
    },
  };
}
