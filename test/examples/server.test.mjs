// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { root } from '../../scripts/examples/library.mjs';

const PROGRAM = path.join(root, 'examples/server/server.mjs');

/** @type {import('node:child_process').ChildProcess} */
let server;
/** @type {string[]} */
const said = [];
let port = 0;

beforeAll(async () => {
  server = spawn(process.execPath, [PROGRAM, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: /** @type {NodeJS.ReadableStream} */ (server.stdout) });
  lines.on('line', (line) => said.push(line));
  do await once(lines, 'line');
  while (!said.some((line) => line.includes('MQTT')));
  port = Number(/:(\d+)/.exec(said[0])?.[1]);
});

afterAll(async () => {
  server.kill();
  await once(server, 'exit');
});

/** What comes back for a message: an answer, or the end. @param {string | Buffer} message @returns {Promise<any[]>} */
async function ask(message) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(socket, 'open');
  const answer = Promise.race([once(socket, 'message'), once(socket, 'close')]);
  socket.send(message);
  const got = await answer;
  socket.terminate();
  return got;
}

test('it says its address for this machine and for a phone', () => {
  expect(said[0]).toBe(`ws://127.0.0.1:${port}  from this machine`);
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal);
  for (const { address } of others) {
    expect(said).toContain(`ws://${address}:${port}  from a phone in the same network`);
  }
});

test('it echoes text and bytes as they came, and answers a heartbeat', async () => {
  expect(await ask('你好')).toEqual([Buffer.from('你好'), false]);
  expect(await ask(Buffer.from([0, 255]))).toEqual([Buffer.from([0, 255]), true]);
  expect(await ask('heartbeat')).toEqual([Buffer.from('pong'), false]);
});

test('it drops and closes as it is told, and says what it cannot', async () => {
  expect(await ask('/drop')).toEqual([1006, Buffer.from('')]);
  expect(await ask('/close 4001 bye now')).toEqual([4001, Buffer.from('bye now')]);
  expect(String((await ask('/close 1'))[0])).toContain('/close 1: ');
});

test('a port that is taken is told in a sentence with the cure', () => {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, String(port)], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toBe(
    `Port ${port} is taken by another program: stop that one, or give another port: npm run example:server -- ${port + 1}\n`,
  );
});

test.each(['http', '70000', '-1', '80.5'])('the port %s is refused', (given) => {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, given], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toBe(`The port must be a number from 0 to 65535, got ${given}.\n`);
});
