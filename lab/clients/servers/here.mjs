// @ts-check
/** Servers inside this process, of npm's packages or small ones of our own; each can be restarted on its port. */
import http from 'node:http';
import { createRequire } from 'node:module';
import { WebSocketServer } from 'ws';

const require = createRequire(import.meta.url);
const PAUSE = 300;

/** @param {string} name as in package.json of this folder's parent */
export function packageVersion(name) {
  return require('../package.json').devDependencies[name].replace(/^npm:.*@/, '');
}

/**
 * @typedef {{ stop?: () => any, answer?: (request: http.IncomingMessage, response: http.ServerResponse) => void }} App
 * @param {string} path of the address
 * @param {(server: http.Server) => App | Promise<App> | undefined} make
 */
export async function serve(path, make) {
  /** @type {http.Server} */
  let server;
  /** @type {App | undefined} */
  let app;
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  let port = 0;

  async function start() {
    server = http.createServer((request, response) => {
      if (app?.answer) return app.answer(request, response);
      response.statusCode = 404;
      response.end();
    });
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    app = await make(server);
    await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
    port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  }

  async function stop() {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await app?.stop?.();
    await closed;
  }

  await start();
  return {
    url: `ws://127.0.0.1:${port}${path}`,
    up: start,
    down: stop,
    stop,
    async restart() {
      await stop();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      await start();
    },
  };
}

/**
 * @param {string} path
 * @param {(socket: import('ws').WebSocket, request: http.IncomingMessage) => void} talk
 * @param {import('ws').ServerOptions} [options]
 */
export function serveSockets(path, talk, options = {}) {
  return serve(path, (server) => {
    const sockets = new WebSocketServer({ server, ...options });
    sockets.on('connection', (socket, request) => {
      socket.on('error', () => {});
      talk(socket, request);
    });
    return { stop: () => sockets.close() };
  });
}

/** Calls `work` every so often until the socket closes. @param {import('ws').WebSocket} socket @param {number} ms @param {() => void} work */
export function every(socket, ms, work) {
  const timer = setInterval(() => socket.readyState === 1 && work(), ms);
  socket.on('close', () => clearInterval(timer));
}
