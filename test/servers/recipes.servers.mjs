// @ts-check
/** The servers that the site shows, each driven by the published bundle. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect } from './client.mjs';
import { SERVERS, start } from './programs.mjs';

describe.each(Object.keys(SERVERS))('the recipe for %s', (name) => {
  /** @type {{ command: string, args: string[] }} */
  let program;
  /** @type {import('./programs.mjs').Program} */
  let server;
  /** @type {any[]} */
  let tasks = [];

  beforeAll(() => {
    program = SERVERS[name]();
  });
  afterEach(async () => {
    for (const task of tasks) task.close();
    tasks = [];
    await server.stop('SIGKILL');
  });

  /** @param {string} token @param {Record<string, any>} [options] */
  async function link(token, options) {
    const client = await connect(server.url, token, options);
    tasks.push(client.task);
    return client;
  }

  test('answers the heartbeat, so the link stays', async () => {
    server = await start(program);
    const client = await link('demo-ann');
    for (let pongs = 0; pongs < 3; pongs += 1) await client.next('pong');
    expect(client.task.latency).toBeGreaterThanOrEqual(0);
    expect(client.codes()).toEqual([]);
  });

  test('echoes text and exact bytes, in order', async () => {
    server = await start(program);
    const { task, next } = await link('demo-ann', { pingTimeout: 0 });
    task.send('你好');
    expect((await next('message')).data).toBe('你好');
    task.send(new Uint8Array([0, 1, 255]).subarray(1));
    expect([...new Uint8Array((await next('message')).data)]).toEqual([1, 255]);
    const long = 'x'.repeat(100_000);
    task.send(long);
    expect((await next('message')).data).toBe(long);
  });

  test('refuses a token with 4401, by the header and by the query', async () => {
    server = await start(program);
    const final = { shouldReconnect: (/** @type {any} */ { code }) => code !== 4401 };
    const byHeader = await link('stolen', final);
    expect(await byHeader.next('close')).toMatchObject({ code: 4401, willReconnect: false });
    const byQuery = await connect(`${server.url}?token=demo-bob`, '', {
      params: { url: `${server.url}?token=demo-bob` },
    });
    tasks.push(byQuery.task);
    await byQuery.next('pong');
  });

  test('drops the older link of a user with 4409, and keeps the newer', async () => {
    server = await start(program);
    const final = { shouldReconnect: (/** @type {any} */ { code }) => code !== 4409 };
    const older = await link('demo-ann', final);
    await older.next('pong');
    const dropped = older.next('close');
    const newer = await link('demo-ann', final);
    await newer.next('pong');
    expect(await dropped).toMatchObject({ code: 4409, willReconnect: false });
    await newer.next('pong');
    expect(newer.codes()).toEqual([]);
  });

  test('drains with 1012 on SIGTERM, and ends', async () => {
    server = await start(program);
    const clients = await Promise.all(
      ['ann', 'bob', 'cat', 'dan'].map((user) => link(`demo-${user}`, { repeatLimit: 0 })),
    );
    await Promise.all(clients.map(({ next }) => next('pong')));
    const closes = clients.map(({ next }) => next('close'));
    // Java says 143 for a process that SIGTERM has ended in good order.
    expect([0, 143]).toContain(await server.stop());
    for (const close of await Promise.all(closes)) expect(close).toMatchObject({ code: 1012, wasOpen: true });
  });
});
