// @ts-check
/** Code that the site shows, run: on the host for tests that it shows too. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCommonJs } from '../../lab/emulators/run-bundle.mjs';
import { root } from './readmes.mjs';
import { hasBackAtOnce, snippets } from './snippets.mjs';

/** @param {string} file @param {string} [outfile] */
function bundle(file, outfile) {
  const alias = {
    'mde-websocket/wechat': resolve(root, 'dist/wechat.mjs'),
    'mde-websocket': resolve(root, 'dist/index.mjs'),
  };
  const settings = { entryPoints: [resolve(snippets, file)], bundle: true, alias, outfile, write: Boolean(outfile) };
  const { outputFiles } = buildSync({ ...settings, platform: 'node', format: outfile ? 'esm' : 'cjs' });
  return outputFiles?.[0].text ?? '';
}

/** What a snippet exports, on this host. @param {string} file @param {any} host */
const load = (file, host) => runCommonJs(bundle(file), { wx: host }).exports;

test('the test of an app passes, with Node’s own runner', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mde-app-test-'));
  const file = join(folder, 'app.test.mjs');
  bundle('app-test.js', file);
  const { status, stdout } = spawnSync(process.execPath, ['--test', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect([stdout.match(/^# pass (\d+)/m)?.[1], status]).toEqual(['1', 0]);
});

describe('on a host for tests', () => {
  /** @type {any} */
  let host;
  /** @type {any} */
  let task;
  const url = 'wss://example.com/socket';
  const pass = (/** @type {number} */ ms) => vi.advanceTimersByTimeAsync(ms);
  const last = () => host.sockets[host.sockets.length - 1];

  beforeEach(() => {
    vi.useFakeTimers();
    host = load('fake-host.js', undefined).fakeHost();
  });
  afterEach(async () => {
    task.close();
    await pass(60_000);
    vi.useRealTimers();
  });

  test('a token is kept, and fetched anew when the server says 4401 or attempts fail in a row', async () => {
    let fetched = 0;
    const token = () => last().params.header.Authorization;
    task = await load('token.js', host).connect(async () => `token-${++fetched}`);
    await pass(0);
    last().open();
    last().drop();
    await pass(2000);
    expect([host.sockets.length, token()]).toEqual([2, 'Bearer token-1']);
    last().open();
    last().drop(4401);
    await pass(2000);
    expect([host.sockets.length, token()]).toEqual([3, 'Bearer token-2']);
    last().drop();
    await pass(2000);
    expect([host.sockets.length, token()]).toEqual([4, 'Bearer token-3']);
  });

  test('a final close code ends the link and says why', async () => {
    /** @type {string[]} */
    const shown = [];
    task = await load('final-close.js', host).connect(url, (/** @type {string} */ why) => shown.push(why));
    last().open();
    last().drop(1000);
    await pass(2000);
    expect([host.sockets.length, shown]).toEqual([2, []]);
    last().open();
    last().drop(4403);
    await pass(60_000);
    expect([host.sockets.length, shown]).toEqual([2, ['account suspended']]);
  });

  test('a device that was dropped for another comes back only when the user says so', async () => {
    let answer = false;
    task = await load('two-devices.js', host).connect(url, async () => answer);
    last().open();
    last().drop(4409);
    await pass(60_000);
    expect(host.sockets.length).toBe(1);
    answer = true;
    task.reconnect();
    last().open();
    last().drop(4409);
    await pass(0);
    expect(host.sockets.length).toBe(3);
  });

  test.runIf(hasBackAtOnce)('what was missed is loaded after a reconnect, and not at the first open', async () => {
    let loads = 0;
    /** @type {string[]} */
    const states = [];
    task = await load('background.js', host).connect(
      url,
      (/** @type {string} */ state) => states.push(state),
      () => (loads += 1),
    );
    last().open();
    await pass(0);
    expect(loads).toBe(0);
    last().drop();
    await pass(2000);
    last().open();
    await pass(0);
    expect([loads, states]).toEqual([1, ['open', 'waiting', 'connecting', 'open']]);
  });

  test('an acknowledged message is sent again after a lost link until the server has it', async () => {
    const { acknowledged } = load('acknowledged.js', host);
    task = await load('final-close.js', host).connect(url, () => {});
    let ids = 0;
    const send = acknowledged(task, () => `id-${++ids}`);
    send('before open');
    last().open();
    await pass(0);
    send('one');
    const frames = () => last().sent.map((/** @type {string} */ frame) => JSON.parse(frame).body);
    expect(frames()).toEqual(['before open', 'one']);
    last().say('{"ack":"id-1"}');
    last().drop();
    send('between');
    await pass(2000);
    last().open();
    await pass(0);
    expect(frames()).toEqual(['one', 'between']);
    last().say('{"ack":"id-2"}');
    last().say('{"ack":"id-3"}');
    last().drop();
    await pass(2000);
    last().open();
    await pass(0);
    expect(frames()).toEqual([]);
  });
});
