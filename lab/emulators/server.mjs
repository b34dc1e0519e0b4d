// @ts-check
/**
 * A real WebSocket server on loopback that a test can stop, restart on its port, stall and question.
 *
 * @typedef {Awaited<ReturnType<typeof startServer>>} Server
 * @typedef {{ socket: import('ws').WebSocket, url: string, headers: import('node:http').IncomingHttpHeaders, received: (string | Buffer)[] }} Peer
 *
 * @param {{ answer?: (data: string | Buffer, peer: Peer) => string | Buffer | undefined }} [options]
 */
import { WebSocketServer } from 'ws';

/** @param {{ answer?: (data: string | Buffer, peer: Peer) => string | Buffer | undefined }} [options] */
export async function startServer({ answer } = {}) {
  /** @type {WebSocketServer | undefined} */
  let listening;
  let port = 0;
  /** @type {Peer[]} */
  const peers = [];
  /** @type {Set<() => void>} */
  const watchers = new Set();
  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };

  async function start() {
    const server = new WebSocketServer({ host: '127.0.0.1', port, perMessageDeflate: false });
    await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
    port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
    server.on('connection', receive);
    listening = server;
  }

  /** @param {import('ws').WebSocket} socket @param {import('node:http').IncomingMessage} request */
  function receive(socket, request) {
    /** @type {Peer} */
    const peer = { socket, url: request.url ?? '', headers: request.headers, received: [] };
    peers.push(peer);
    socket.on('error', () => {});
    socket.on('close', changed);
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? /** @type {Buffer} */ (data) : String(data);
      peer.received.push(message);
      const reply = control.answer?.(message, peer);
      if (reply !== undefined) socket.send(reply);
      changed();
    });
    changed();
  }

  const control = {
    /** What the server answers to a message; nothing if undefined. */
    answer,
    /** Every connection ever accepted, oldest first. */
    peers,
    url: (path = '/') => `ws://127.0.0.1:${port}${path}`,
    /** Connections that are open now. */
    open: () => peers.filter((peer) => peer.socket.readyState === 1),
    start,
    /** Drops every connection without a closing handshake and stops listening; `start` listens on the same port. */
    async stop() {
      const server = listening;
      listening = undefined;
      for (const peer of peers) peer.socket.terminate();
      if (server) await new Promise((resolve) => server.close(resolve));
    },
    /** Reads and answers nothing more on the connections it has, not even a closing handshake; they stay open. */
    silence() {
      for (const { socket } of control.open()) socket.removeAllListeners('message').pause();
    },
    /** Waits until the condition holds; looked at whenever something happens on the server. @param {() => unknown} condition */
    when(condition) {
      return new Promise((resolve) => {
        const look = () => {
          if (!condition()) return;
          watchers.delete(look);
          resolve(undefined);
        };
        watchers.add(look);
        look();
      });
    },
  };
  await start();
  return control;
}
