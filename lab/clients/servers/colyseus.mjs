// @ts-check
/** Colyseus with a room that keeps the seat of a player who was cut off; a process of its own, to be restarted. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageVersion } from './here.mjs';
import { freePorts, restartable, startProcess, temporaryFolder } from './process.mjs';

const PROGRAM = fileURLToPath(new URL('colyseus-process.mjs', import.meta.url));

export async function colyseus() {
  const { folder, remove } = temporaryFolder('colyseus');
  const [port] = await freePorts(1);
  const start = () => startProcess(process.execPath, [PROGRAM, String(port)], { port, log: path.join(folder, 'log') });
  const server = await restartable(start, 'SIGKILL');
  return {
    name: `@colyseus/core ${packageVersion('@colyseus/core')}`,
    url: `ws://127.0.0.1:${port}`,
    ...server,
    async stop() {
      await server.down();
      remove();
    },
  };
}
