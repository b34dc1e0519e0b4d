// @ts-check
/** NATS as a cluster of three nodes, each with JetStream and a WebSocket listener. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePorts, startProcess, temporaryFolder, versionOf } from './process.mjs';

const COMMAND = '/usr/sbin/nats-server';
const NODES = [0, 1, 2];

export async function natsCluster() {
  const { folder, remove } = temporaryFolder('nats');
  const ports = await freePorts(9);
  const [own, routes, sockets] = [ports.slice(0, 3), ports.slice(3, 6), ports.slice(6)];

  /** @param {number} node */
  function start(node) {
    const home = path.join(folder, `node${node}`);
    mkdirSync(home, { recursive: true });
    const config = path.join(home, 'nats.conf');
    writeFileSync(
      config,
      [
        `server_name: node${node}`,
        `listen: "127.0.0.1:${own[node]}"`,
        `websocket { listen: "127.0.0.1:${sockets[node]}", no_tls: true }`,
        `jetstream { store_dir: "${home}/data", max_mem: 64M, max_file: 256M }`,
        `cluster { name: three, listen: "127.0.0.1:${routes[node]}",`,
        `  routes: [${routes.map((port) => `"nats://127.0.0.1:${port}"`).join(', ')}] }`,
      ].join('\n'),
    );
    return startProcess(COMMAND, ['-c', config], { port: sockets[node], log: path.join(home, 'log') });
  }

  const running = await Promise.all(NODES.map(start));
  const urls = NODES.map((node) => `ws://127.0.0.1:${sockets[node]}`);
  return {
    name: `nats-server ${versionOf(COMMAND, ['--version'])}, cluster of three`,
    url: urls[0],
    urls,
    /** All three are ended and started again. */
    async restart() {
      await Promise.all(running.map((node) => node.end()));
      await Promise.all(
        NODES.map(async (node) => {
          running[node] = await start(node);
        }),
      );
    },
    calls: {
      /** Kills the node that answers at this address. @param {string} server */
      async kill(server) {
        const node = sockets.findIndex((port) => server.endsWith(`:${port}`));
        if (node < 0) throw new Error(`no node of the cluster is at ${server}`);
        await running[node].end('SIGKILL');
        return `node${node}`;
      },
    },
    async stop() {
      await Promise.all(running.map((node) => node.end('SIGKILL')));
      remove();
    },
  };
}
