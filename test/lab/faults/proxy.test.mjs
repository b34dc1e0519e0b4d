// @ts-check
/** The proxy does what it says: plain sockets on both sides of it. */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answering, silent, UNAVAILABLE } from '../../../lab/faults/meet.mjs';
import { startProxy } from '../../../lab/faults/proxy.mjs';

/** @type {import('node:net').Server} */
let target;
/** @type {import('../../../lab/faults/proxy.mjs').Proxy} */
let proxy;
/** @type {import('node:net').Socket[]} */
const clients = [];

beforeEach(async () => {
  target = createServer({ noDelay: true }).listen(0, '127.0.0.1');
  await once(target, 'listening');
  proxy = await startProxy(/** @type {import('node:net').AddressInfo} */ (target.address()).port);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
  proxy.stop();
  target.close();
});

function dial() {
  const client = connect(Number(new URL(proxy.url()).port), '127.0.0.1');
  client.on('error', () => {});
  clients.push(client);
  return client;
}

/** A client and the server's end of its connection. */
async function connected() {
  const client = dial();
  const [server] = /** @type {import('node:net').Socket[]} */ (await once(target, 'connection'));
  server.on('error', () => {});
  clients.push(server);
  const [link] = proxy.links;
  return { client, server, link };
}

/** Everything a socket reads until there are so many bytes, read by read. @param {import('node:net').Socket} socket @param {number} bytes */
async function reads(socket, bytes) {
  /** @type {string[]} */
  const chunks = [];
  while (chunks.join('').length < bytes) chunks.push(String((await once(socket, 'data'))[0]));
  return chunks;
}

/** @param {import('node:net').Socket} socket @returns {Promise<string>} the code of its error, or how it ended */
function endOf(socket) {
  socket.resume();
  return new Promise((resolve) => {
    socket.once('error', (error) => resolve(/** @type {any} */ (error).code));
    socket.once('end', () => resolve('end'));
  });
}

it('passes bytes both ways', async () => {
  const { client, server } = await connected();
  client.write('ask');
  expect((await reads(server, 3)).join('')).toBe('ask');
  server.write('answer');
  expect((await reads(client, 6)).join('')).toBe('answer');
});

it('resets both sides', async () => {
  const { client, server, link } = await connected();
  const ends = Promise.all([endOf(client), endOf(server)]);
  link.reset();
  expect(await ends).toEqual(['ECONNRESET', 'ECONNRESET']);
});

it('lets everything but the last byte through when it cuts', async () => {
  const { client, server, link } = await connected();
  link.down.cut();
  const ended = once(client, 'end');
  server.write('0123456789');
  expect((await reads(client, 9)).join('')).toBe('012345678');
  await ended;
});

it('trickles a byte at a time, in order', async () => {
  const { client, server, link } = await connected();
  link.trickle();
  client.write('abc');
  client.write('def');
  expect(await reads(server, 6)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

it('delays, and lets nothing overtake when it heals', async () => {
  const { client, server, link } = await connected();
  link.delay(60_000);
  client.write('first');
  // Seen by the proxy before it heals: the way back is not delayed.
  link.down.heal();
  server.write('go');
  await reads(client, 2);
  link.heal();
  client.write(' second');
  expect((await reads(server, 12)).join('')).toBe('first second');
});

it('delivers what stood still when it goes on', async () => {
  const { client, server, link } = await connected();
  link.stall();
  client.write('waited');
  link.heal();
  expect((await reads(server, 6)).join('')).toBe('waited');
});

it('passes nothing on and tells nobody when half-open', async () => {
  const { client, server, link } = await connected();
  link.halfOpen();
  let isTold = false;
  for (const event of ['data', 'end', 'error']) server.once(event, () => (isTold = true));
  client.end('gone');
  await once(client, 'close');
  // Whatever was passed on would be there before all that a new connection takes.
  await connected();
  expect(isTold).toBe(false);
  expect(server.destroyed).toBe(false);
});

it('refuses, and listens again on its port', async () => {
  const { port } = new URL(proxy.url());
  proxy.refuse();
  expect(await endOf(dial())).toBe('ECONNREFUSED');
  await proxy.listen();
  expect(new URL(proxy.url()).port).toBe(port);
  await connected();
});

it('answers instead of passing on', async () => {
  proxy.meet = answering(UNAVAILABLE);
  const client = dial();
  client.write('GET / HTTP/1.1\r\n\r\n');
  expect((await reads(client, UNAVAILABLE.length)).join('')).toBe(UNAVAILABLE);
  expect(proxy.links.size).toBe(0);
});

it('accepts and never answers', async () => {
  proxy.meet = silent;
  const client = dial();
  await once(client, 'connect');
  client.end('GET / HTTP/1.1\r\n\r\n');
  let answer = '';
  client.on('data', (data) => (answer += data));
  await once(client, 'close');
  expect(answer).toBe('');
});
