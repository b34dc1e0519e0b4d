// @ts-check
/** The web's bundle with no page around it: Node's own WebSocket, over a real server. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startServer } from '../../lab/emulators/index.mjs';

// Node 20 has it behind a flag, later versions as they are.
const FLAG = '--experimental-websocket';

/** @type {import('../../lab/emulators/server.mjs').Server} */
let server;
beforeEach(async () => {
  server = await startServer({ answer: (data) => data });
});
afterEach(() => server.stop());

/** What a program prints, line by line. @param {string} text */
function run(text) {
  const child = spawn(process.execPath, [FLAG, '--no-warnings', '--input-type=module', '-e', text]);
  return new Promise((done) => {
    let said = '';
    const hear = (/** @type {Buffer} */ part) => {
      said += part;
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', hear);
    child.once('close', () => done(said.trim().split('\n')));
  });
}

/** @param {string} rest */
const program = (rest) => `
import MdeWebsocket from ${JSON.stringify(resolve('dist/web.mjs'))};
const task = await MdeWebsocket({ params: { url: '${server.url()}' }, reconnectTimeout: 10 });
task.on('close', ({ code, cause, reason }) => console.log('close', code, cause, reason));
${rest}`;

it('carries text and bytes, tells the server’s code, comes back and ends with the program', async () => {
  const closing = server
    .when(() => server.peers[0]?.received.includes('close me'))
    .then(() => server.peers[0].socket.close(4401, 'token'));
  const lines = await run(
    program(`
task.on('open', () => console.log('open'));
task.on('message', ({ data }) => console.log('message', typeof data === 'string' ? data : [...new Uint8Array(data)].join()));
task.send(new Uint8Array([1, 2, 3]));
task.send('close me');
let opens = 0;
task.on('open', () => { if (++opens === 2) task.close(); });`),
  );
  await closing;
  expect(lines).toEqual([
    'open',
    'message 1,2,3',
    'message close me',
    'close 4401 host token',
    'open',
    'close 1000 user',
  ]);
});

it('takes an address that is none as an attempt that failed, by fail of params and not by a throw', async () => {
  const lines = await run(`
import MdeWebsocket from ${JSON.stringify(resolve('dist/web.mjs'))};
const fail = ({ name }) => console.log('fail', name);
const task = await MdeWebsocket({ params: { url: 'nowhere', fail }, repeatLimit: 0 });
task.on('close', ({ code, cause, reason }) => console.log('close', code, cause, reason.length > 0));`);
  expect(lines).toEqual(['fail SyntaxError', 'close 1006 host true']);
});

it('without any WebSocket rejects with a TypeError that says which build this is', async () => {
  const lines = await run(`
import MdeWebsocket from ${JSON.stringify(resolve('dist/web.mjs'))};
delete globalThis.WebSocket;
await MdeWebsocket({ params: { url: 'ws://server/' } }).catch(({ name, message }) => console.log(name, message));`);
  expect(lines).toEqual(['TypeError mde-websocket: WebSocket is missing: this is the build for Web']);
});
