// @ts-check
/** socket.io: one node in this process, or two of them behind a balancer, with the Redis adapter between them. */

import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageVersion, serve } from './here.mjs';
import { freePorts, startProcess, temporaryFolder, versionOf } from './process.mjs';
import { attach } from './socket-io-node.mjs';

const require = createRequire(import.meta.url);
const NODE = fileURLToPath(new URL('socket-io-node.mjs', import.meta.url));

export async function socketIo() {
  const { Server } = require('socket.io');
  const server = await serve('/', (http) => {
    const io = attach(new Server(http));
    return {
      stop() {
        io.disconnectSockets(true);
        io.engine.close();
      },
    };
  });
  return { ...server, name: `socket.io ${packageVersion('socket.io')}` };
}

export async function socketIoCluster() {
  const { folder, remove } = temporaryFolder('socket-io');
  const [redisPort, balancerPort, ...ports] = await freePorts(4);
  const redis = await startProcess(
    'redis-server',
    ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { port: redisPort, log: path.join(folder, 'redis.log') },
  );
  const start = (/** @type {number} */ node) =>
    startProcess(process.execPath, [NODE, String(ports[node]), String(redisPort)], {
      port: ports[node],
      log: path.join(folder, `node${node}.log`),
    });
  const nodes = await Promise.all([start(0), start(1)]);
  const balancer = await startBalancer(balancerPort, ports);
  return {
    name: `socket.io ${packageVersion('socket.io')} on two nodes, redis ${versionOf('redis-server', ['--version'])}`,
    url: `ws://127.0.0.1:${balancerPort}`,
    urls: ports.map((port) => `ws://127.0.0.1:${port}`),
    restart: async () => {},
    calls: {
      async kill(/** @type {number} */ node) {
        await nodes[node].end('SIGKILL');
        return `node${node}`;
      },
      async start(/** @type {number} */ node) {
        nodes[node] = await start(node);
      },
    },
    async stop() {
      balancer.close();
      await Promise.all([...nodes, redis].map((child) => child.end('SIGKILL')));
      remove();
    },
  };
}

/** Passes each connection on to the first node that takes it. @param {number} port @param {number[]} nodes */
async function startBalancer(port, nodes) {
  const server = net.createServer((client) => {
    client.on('error', () => {});
    const dial = (/** @type {number} */ turn) => {
      if (turn === nodes.length) return client.destroy();
      const node = net.connect(nodes[turn], '127.0.0.1');
      let connected = false;
      node.on('connect', () => {
        connected = true;
        client.pipe(node).pipe(client);
      });
      node.on('error', () => (connected ? client.destroy() : dial(turn + 1)));
      node.on('close', () => connected && client.destroy());
      client.on('close', () => node.destroy());
    };
    dial(0);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  return server;
}
