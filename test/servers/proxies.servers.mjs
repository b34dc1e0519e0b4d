// @ts-check
/** The proxies that the site shows, in front of two servers. */
import { afterEach, describe, expect, test } from 'vitest';
import { connect } from './client.mjs';
import { SERVERS, start, startProxy } from './programs.mjs';

/** @type {(() => unknown)[]} */
let stops = [];
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  stops = [];
});

/** @param {Record<string, string>} [environment] */
async function startServer(environment) {
  const server = await start(SERVERS.node(), environment);
  stops.push(() => server.stop('SIGKILL'));
  return { ...server, port: Number(new URL(server.url).port) };
}

/** @param {string} url @param {string} user @param {Record<string, any>} [options] */
async function link(url, user, options) {
  const client = await connect(url, `demo-${user}`, options);
  stops.push(() => client.task.close());
  return client;
}

/** How each proxy's file says when silence ends a link; Caddy sets no limit. */
const LIMITS = /** @type {const} */ ([
  ['nginx', 'proxy_read_timeout 75s', 'proxy_read_timeout 1s'],
  ['haproxy', 'timeout tunnel 75s', 'timeout tunnel 1s'],
]);

describe.each(/** @type {const} */ (['nginx', 'caddy', 'haproxy']))('behind %s', (name) => {
  test('links open, send and keep their heartbeat', async () => {
    const servers = [await startServer(), await startServer()];
    const proxy = await startProxy(
      name,
      servers.map(({ port }) => port),
    );
    stops.push(proxy.stop);
    const { task, next } = await link(proxy.url, 'ann');
    await next('pong');
    task.send('hello');
    expect((await next('message')).data).toBe('hello');
  });

  test('a close code of the server comes through', async () => {
    const servers = [await startServer(), await startServer()];
    const proxy = await startProxy(
      name,
      servers.map(({ port }) => port),
    );
    stops.push(proxy.stop);
    const refused = await connect(proxy.url, 'stolen', { repeatLimit: 0 });
    expect(await refused.next('close')).toMatchObject({ code: 4401 });
  });

  test('a rolling restart brings every link to another server, by 1012', async () => {
    const first = await startServer();
    const second = await startServer();
    const proxy = await startProxy(name, [first.port, second.port]);
    stops.push(proxy.stop);
    const users = Array.from({ length: 12 }, (_, index) => `user${index}`);
    const clients = await Promise.all(users.map((user) => link(proxy.url, user)));
    await Promise.all(clients.map(({ next }) => next('pong')));

    await first.stop();
    const again = await startServer({ PORT: String(first.port) });
    await allOpen(clients);
    await second.stop();
    await allOpen(clients);

    const codes = clients.flatMap((client) => client.codes());
    expect(codes.filter((code) => code === 1012).length).toBeGreaterThanOrEqual(users.length);
    expect(clients.map(({ task }) => task.state)).toEqual(users.map(() => 'open'));
    expect(again.process.exitCode).toBeNull();
  });
});

describe.each(LIMITS)('%s with a limit on silence', (name, written, short) => {
  test('ends a silent link, and not one whose heartbeat is faster', async () => {
    const servers = [await startServer(), await startServer()];
    const proxy = await startProxy(
      name,
      servers.map(({ port }) => port),
      (text) => {
        expect(text).toContain(written);
        return text.replace(written, short);
      },
    );
    stops.push(proxy.stop);
    const silent = await link(proxy.url, 'ann', { pingTimeout: 0, repeatLimit: 0 });
    const beating = await link(proxy.url, 'bob', { pingTimeout: 100 });
    expect(await silent.next('close')).toMatchObject({ wasOpen: true, code: 1006 });
    expect(beating.codes()).toEqual([]);
    await beating.next('pong');
  });
});

/** Waits until each link has had its heartbeat answered, on whatever server it is now. @param {any[]} clients */
async function allOpen(clients) {
  await Promise.all(clients.map(({ next }) => next('pong')));
  for (const { task, next } of clients) while (task.state !== 'open') await next('open');
}
