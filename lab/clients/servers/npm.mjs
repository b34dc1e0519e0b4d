// @ts-check
/** Servers of npm's packages. */
import { createRequire } from 'node:module';
import { WebSocketServer } from 'ws';
import { every, packageVersion, serve, serveSockets } from './here.mjs';

/** Their declarations would be held against another copy of ws. @type {(name: string) => any} */
const load = createRequire(import.meta.url);
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Numbers for ever. */
async function* ticks() {
  for (let tick = 0; ; tick += 1) {
    yield tick;
    await pause(100);
  }
}

export async function echo() {
  const server = await serveSockets('/', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
    every(socket, 1000, () => socket.send('tick'));
  });
  return { ...server, name: `ws ${packageVersion('ws')}, an echo` };
}

export async function graphqlWs() {
  const { useServer } = load('graphql-ws/use/ws');
  const { buildSchema } = load('graphql');
  const schema = buildSchema('type Query { echo(text: String): String } type Subscription { tick: Int }');
  const roots = {
    query: { echo: (/** @type {any} */ { text }) => text },
    subscription: {
      async *tick() {
        for await (const tick of ticks()) yield { tick };
      },
    },
  };
  const server = await serve('/graphql', (http) => {
    const sockets = new WebSocketServer({ server: http, path: '/graphql' });
    useServer({ schema, roots }, sockets);
    return { stop: () => sockets.close() };
  });
  return { ...server, name: `graphql-ws ${packageVersion('graphql-ws')}` };
}

export async function hocuspocus() {
  const { Hocuspocus } = load('@hocuspocus/server');
  const server = await serve('/', (http) => {
    const documents = new Hocuspocus({ quiet: true });
    const sockets = new WebSocketServer({ server: http });
    sockets.on('connection', (socket, request) => documents.handleConnection(socket, request));
    return { stop: () => sockets.close() };
  });
  return { ...server, name: `@hocuspocus/server ${packageVersion('@hocuspocus/server')}` };
}

export async function yWebsocket() {
  const { setupWSConnection } = load('y-websocket-server/bin/utils');
  const server = await serveSockets('/', (socket, request) => setupWSConnection(socket, request));
  return { ...server, name: `y-websocket ${packageVersion('y-websocket-server')}, its server` };
}

export async function rpcWebsockets() {
  const { Server } = load('rpc-websockets');
  const server = await serve('/', (http) => {
    const rpc = new Server({ server: http });
    rpc.register('echo', (/** @type {any} */ [value]) => value);
    return { stop: () => rpc.close().catch(() => {}) };
  });
  return { ...server, name: `rpc-websockets ${packageVersion('rpc-websockets')}` };
}

export async function trpc() {
  const { initTRPC } = load('@trpc/server');
  const { applyWSSHandler } = load('@trpc/server/adapters/ws');
  const builder = initTRPC.create();
  const router = builder.router({
    echo: builder.procedure
      .input((/** @type {any} */ value) => String(value))
      .query((/** @type {any} */ { input }) => input),
    tick: builder.procedure.subscription(ticks),
  });
  const server = await serve('/', (http) => {
    const sockets = new WebSocketServer({ server: http });
    applyWSSHandler({ wss: sockets, router, keepAlive: { enabled: true } });
    return { stop: () => sockets.close() };
  });
  return { ...server, name: `@trpc/server ${packageVersion('@trpc/server')}` };
}
