// @ts-check
/**
 * A TCP proxy on loopback in front of a server: it does to connections what networks do to them.
 *
 * @typedef {Awaited<ReturnType<typeof startProxy>>} Proxy
 */
import { createServer } from 'node:net';
import { createLink } from './link.mjs';

/**
 * @param {number} target the server's port
 * @param {() => void} [changed] called whenever a link is over
 */
export async function startProxy(target, changed = () => {}) {
  /** @type {import('node:net').Server | undefined} */
  let listening;
  let port = 0;
  /** @type {Set<import('node:net').Socket>} */
  const clients = new Set();
  /** @type {Set<import('./link.mjs').Link>} */
  const links = new Set();

  async function listen() {
    const server = createServer({ noDelay: true }, receive);
    listening = server;
    await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(0)));
    port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  }

  /** @param {import('node:net').Socket} client */
  function receive(client) {
    clients.add(client);
    proxy.accepted += 1;
    client.on('close', () => clients.delete(client));
    if (!proxy.meet(client)) return;
    const link = createLink(client, target, () => {
      links.delete(link);
      changed();
    });
    links.add(link);
    proxy.shape(link);
  }

  const proxy = {
    /** How many connections were accepted, passed on or not. */
    accepted: 0,
    /** The links of the moment, oldest first. */
    links,
    /** Receives each new connection; what it returns says whether to pass it on. See `meet.mjs`. */
    meet: (/** @type {import('node:net').Socket} */ _client) => true,
    /** Is given each new link before its first byte. */
    shape: (/** @type {import('./link.mjs').Link} */ _link) => {},
    url: (path = '/') => `ws://127.0.0.1:${port}${path}`,
    /** Nobody listens any more: the system refuses new connections. Those there are go on. */
    refuse() {
      listening?.close();
      listening = undefined;
    },
    /** Listens again, on the same port. */
    listen,
    isListening: () => listening !== undefined,
    /** Ends everything, without a word to either side. */
    stop() {
      proxy.refuse();
      for (const link of links) link.reset();
      for (const client of clients) client.destroy();
    },
  };
  await listen();
  return proxy;
}
