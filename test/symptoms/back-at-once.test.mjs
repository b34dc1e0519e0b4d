// @ts-check
/** What a user sees who comes back to the app, or whose network changes. */
import { describe, expect, test, vi } from 'vitest';
import { checkRigs, tick } from '../conformance/rig.mjs';
import { linkOn, ONE_CONNECT } from './world.mjs';

checkRigs();

/** What a wait may be longer by: the steps in which it is measured, and the host's own turns. */
const SLACK = 40;

/** What the host may take to say that it refuses. */
const REFUSAL = 300;

const SLOW = { reconnectTimeout: 30_000 };

const EVERYWHERE = ['wechat', 'alipay', 'baidu'];

/** Later timers than asked for, as a busy thread has them. @param {number} ms */
const late = (ms) => ({
  setTimeout: (/** @type {() => void} */ call, /** @type {number} */ wait) => setTimeout(call, wait + ms),
  clearTimeout: (/** @type {any} */ id) => clearTimeout(id),
});

describe.each(EVERYWHERE)('on %s', (host) => {
  test('a dead link is found though every timer fires late', async () => {
    const { die, record, task } = await linkOn(host, { globals: late(600) });
    die();
    await tick(120_000);
    expect(record.of('close')).toMatchObject([{ cause: 'pong-timeout' }]);
    expect(task.state).toBe('open');
  });

  test('a live link is not killed though every timer fires late', async () => {
    const { record } = await linkOn(host, { globals: late(600) });
    await tick(600_000);
    expect(record.of('close')).toEqual([]);
  });

  test('a link that stayed up for minutes may be lost again, though the clock was set back meanwhile', async () => {
    const { server, task } = await linkOn(host, { options: { repeatLimit: 1 } });
    server.last().break();
    await tick(3000);
    vi.setSystemTime(Date.now() - 3_600_000);
    await tick(600_000);
    server.last().break();
    await tick(3000);
    expect(task.state).toBe('open');
  });

  test('an app that is shown every 8 s does not keep a dead link open', async () => {
    const { die, phone, record } = await linkOn(host);
    die();
    for (let shown = 0; shown < 4; shown += 1) {
      phone.foreground();
      await tick(8000);
    }
    expect(record.of('close')).toMatchObject([{ cause: 'pong-timeout' }]);
  });

  test('after a return to the app a silently dead link is replaced within a probe and a connect', async () => {
    const { backIn, die, phone, task } = await linkOn(host, { options: SLOW });
    die();
    phone.background();
    await tick(2000);
    phone.foreground();
    expect(await backIn()).toBeLessThanOrEqual(task.opts.probeTimeout + 200 + ONE_CONNECT + SLACK);
  });

  test('from Wi-Fi to 4G the dead link is replaced within a probe and a connect', async () => {
    const { backIn, die, phone, task } = await linkOn(host, { options: SLOW });
    die();
    phone.network(true);
    expect(await backIn()).toBeLessThanOrEqual(task.opts.probeTimeout + 200 + ONE_CONNECT + SLACK);
  });

  test('after a return to the app a link whose ping is refused is replaced at once', async () => {
    const { backIn, phone } = await linkOn(host, { options: SLOW });
    phone.sockets.cutAll(1006, '', true);
    phone.foreground();
    expect(await backIn()).toBeLessThanOrEqual(REFUSAL + ONE_CONNECT + SLACK);
  });

  test('a host that refuses every message loses none: they arrive over the next link, in order', async () => {
    const { phone, server, task } = await linkOn(host);
    phone.sockets.cutAll(1006, '', true);
    /** @type {string[]} */
    const failed = [];
    for (const data of ['1', '2', '3']) task.send({ data, fail: () => failed.push(data) });
    await tick(3000);
    expect(server.last().sent.filter((/** @type {unknown} */ data) => data !== 'heartbeat')).toEqual(['1', '2', '3']);
    expect(failed).toEqual([]);
  });

  test('who hides the app while it connects is back at once on return', async () => {
    const { phone, server, task } = await linkOn(host, { options: SLOW, opens: false });
    phone.background();
    server.last().break();
    await tick(2000);
    server.script.onConnect = (connection) => void setTimeout(() => connection.open(), ONE_CONNECT);
    phone.foreground();
    await tick(ONE_CONNECT + SLACK);
    expect(task.state).toBe('open');
  });

  test('an attempt that hangs when the network is back is replaced at once', async () => {
    const { backIn, phone, record, server } = await linkOn(host, { options: SLOW, opens: false });
    phone.network(false);
    await tick(1500);
    server.script.onConnect = (connection) => void setTimeout(() => connection.open(), ONE_CONNECT);
    phone.network(true);
    // The one socket of Alipay waits up to a second for the close of the old one.
    expect(await backIn()).toBeLessThanOrEqual(ONE_CONNECT + SLACK + (host === 'alipay' ? 1000 : 0));
    expect(record.of('close')).toMatchObject([{ cause: 'stale' }]);
  });

  test('a close that is reported just after the return is followed at once', async () => {
    const { backIn, die, phone, server } = await linkOn(host, { options: SLOW });
    die();
    phone.background();
    await tick(1000);
    phone.foreground();
    server.last().break();
    expect(await backIn()).toBeLessThanOrEqual(REFUSAL + ONE_CONNECT + SLACK);
  });

  test('twenty seconds in the background do not end a task with repeatLimit 3', async () => {
    const { phone, task } = await linkOn(host, { options: { repeatLimit: 3, reconnectTimeout: 1000 } });
    phone.background();
    await tick(20_000);
    phone.foreground();
    await tick(3000);
    expect(task.state).toBe('open');
  });

  test('a close that the host refuses while hidden is asked for again: nothing is left open', async () => {
    const { phone, task } = await linkOn(host, { quirks: { refusesAtHide: true, backgroundLoss: 'none' } });
    phone.background();
    await tick(1000);
    task.close();
    await tick(1000);
    expect(phone.counts().open).toBe(1);
    phone.foreground();
    await tick(2000);
    expect(phone.counts().open).toBe(0);
  });
});
