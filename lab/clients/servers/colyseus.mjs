// @ts-check
/** Colyseus with a room that keeps the seat of a player who was cut off; a process of its own, to be restarted. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageVersion } from './here.mjs';
import { freePorts, startProcess, temporaryFolder } from './process.mjs';

const PROGRAM = fileURLToPath(new URL('colyseus-process.mjs', import.meta.url));

export async function colyseus() {
  const { folder, remove } = temporaryFolder('colyseus');
  const [port] = await freePorts(1);
  const start = () => startProcess(process.execPath, [PROGRAM, String(port)], { port, log: path.join(folder, 'log') });
  let running = await start();
  const down = () => running.end('SIGKILL');
  const up = async () => {
    running = await start();
  };
  return {
    name: `@colyseus/core ${packageVersion('@colyseus/core')}`,
    url: `ws://127.0.0.1:${port}`,
    up,
    down,
    async restart() {
      await down();
      await up();
    },
    async stop() {
      await down();
      remove();
    },
  };
}
