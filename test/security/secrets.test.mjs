// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { bundles, pathOf, read } from './bundles.mjs';
import { createConfidant } from './confidant.mjs';
import { deeds, NUMBER, SECRET, secrets, WORD } from './secrets.mjs';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const OPTIONS = [
  ...['pingTimeout', 'pongTimeout', 'connectTimeout', 'reconnectTimeout', 'repeatLimit', 'minUptime', 'queueLimit'],
  ...['pingMsg', 'isPong', 'shouldReconnect', 'wake', 'params', 'platform'],
];

/** All that a log entry may have. */
const LOGGED = ['state', 'attempt', 'cause', 'code', 'delay'];

/**
 * What each deed comes to. Those of the server do nothing before there is a connection.
 *
 * @type {Record<string, (world: any, task: any, deed: any) => any>}
 */
const DEEDS = {
  open: ({ transport }) => transport.connections.at(-1)?.open({ token: WORD }),
  message: ({ transport }) => transport.connections.at(-1)?.message(WORD),
  end: ({ transport }) => transport.connections.at(-1)?.end(4401, WORD),
  break: ({ transport }) => transport.connections.at(-1)?.break('the network broke'),
  pause: () => vi.advanceTimersByTimeAsync(2500),
  silence: () => vi.advanceTimersByTimeAsync(30000),
  send: (_world, task, { secret }) => task.send(secret),
  'send with callbacks': ({ callbacks }, task, { secret }) => task.send({ data: secret, ...callbacks }),
  close: ({ callbacks }, task, { secret }) => task.close({ code: secret, reason: secret, ...callbacks }),
  'on a type': (_world, task, { secret }) => task.on(secret, () => undefined),
  'on open': (_world, task, { secret }) => task.on('open', secret),
  reconnect: (_world, task) => task.reconnect(),
  quirk({ phone }, _task, { quirk }) {
    phone.quirks[quirk] = !phone.quirks[quirk];
  },
};

/** @param {any} world @param {any} task @param {any} deed */
async function act(world, task, deed) {
  try {
    await DEEDS[deed.what](world, task, deed);
  } catch (error) {
    world.noteError(error);
  }
  // The host accepts what was asked of it.
  await vi.advanceTimersByTimeAsync(2);
}

/** A program after one life. @param {import('./bundles.mjs').Bundle} bundle @param {any[]} life @param {string} [path] */
async function liveWith(bundle, life, path = pathOf(bundle.file)) {
  const world = await createConfidant(bundle, path);
  try {
    const task = await world.connect();
    for (const deed of life) await act(world, task, deed);
    task.close();
    await vi.advanceTimersByTimeAsync(2000);
    return world;
  } finally {
    world.release();
  }
}

test.each(bundles)('$file tells no message, query, header, reason or ping', async (bundle) => {
  let count = 0;
  const property = fc.asyncProperty(deeds, async (life) => {
    const world = await liveWith(bundle, life);
    const texts = world.noted();
    count += texts.length;
    expect(world.entries.flatMap(Object.keys).filter((key) => !LOGGED.includes(key))).toEqual([]);
    expect(texts.filter((text) => SECRET.test(text))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 20, seed: 6455 });
  expect(count, 'texts that were looked at').toBeGreaterThan(400);
});

test.each(bundles)('$file refuses a secret in the wrong place without repeating it', async (bundle) => {
  const world = await createConfidant(bundle, pathOf(bundle.file));
  onTestFinished(world.release);
  for (const option of OPTIONS) {
    for (const value of secrets()) (await world.connect({ [option]: value }))?.close();
  }
  const texts = world.noted();
  expect(texts.filter((text) => SECRET.test(text))).toEqual([]);
  expect(texts.filter((text) => /mde-websocket: \w+ must be/.test(text)).length).toBeGreaterThan(OPTIONS.length);
});

test.each(bundles)('$file does not repeat a number that was meant as a message', async (bundle) => {
  const world = await createConfidant(bundle, pathOf(bundle.file));
  onTestFinished(world.release);
  const task = await world.connect();
  for (const data of [NUMBER, -NUMBER]) {
    task.send({ data, ...world.callbacks });
    (await world.connect({ pingMsg: data }))?.close();
    (await world.connect({ params: () => data }))?.close();
  }
  task.close();
  const texts = world.noted().filter((text) => text.includes('must be'));
  expect(texts.length).toBeGreaterThanOrEqual(8);
  expect(texts.filter((text) => SECRET.test(text))).toEqual([]);
});

describe('a leak would be found', () => {
  const [bundle] = bundles.filter(({ file }) => file === 'dist/wechat.js');

  test.each([
    ['in a log entry', /callUser\(options\.logger, \{/, 'callUser(options.logger, { params: options.params(1),'],
    ['in an error text', "', got ' + kindOf(value)", "', got ' + value"],
  ])('%s', async (_where, from, to) => {
    const changed = read(bundle.file).replace(from, to);
    expect(changed).not.toBe(read(bundle.file));
    const folder = mkdtempSync(join(tmpdir(), 'mde-secrets-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, basename(bundle.file));
    writeFileSync(path, changed);
    const life = [{ what: 'open' }, { what: 'send', secret: [WORD] }, { what: 'send with callbacks', secret: [WORD] }];
    const { noted } = await liveWith(bundle, life, path);
    expect(noted().filter((text) => SECRET.test(text))).not.toEqual([]);
  });
});
