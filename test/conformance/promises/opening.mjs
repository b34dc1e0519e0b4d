// @ts-check
import { describe, expect, it } from 'vitest';
import { MacrotaskPromise } from '../../../lab/emulators/index.mjs';
import { connecting, open, program, settle, tick } from '../rig.mjs';

/** @param {import('../subjects.mjs').Subject} subject */
export function opening(subject) {
  describe('opening', () => {
    it('fulfils while the first attempt is under way', async () => {
      const { task, record, server } = await connecting(subject);
      expect(task.state).toBe('connecting');
      expect(record.events).toEqual([]);
      server.last().open();
      expect(task.state).toBe('open');
      expect(record.types()).toEqual(['open']);
    });

    it.each([
      ['native', Promise],
      ['polyfilled by setTimeout', MacrotaskPromise],
    ])('loses no event before the handlers of .then with a Promise that is %s', async (_name, OwnPromise) => {
      const rig = await program(subject, {
        globals: { Promise: OwnPromise },
        script: { onConnect: (each) => each.open() },
      });
      const heard = /** @type {string[]} */ ([]);
      rig.make();
      rig.MdeWebsocket(rig.optionsOf()).then((/** @type {any} */ task) => {
        task.onOpen = () => heard.push('open');
        task.onClose = () => heard.push('close');
        rig.adopt(task);
      });
      await tick(30);
      expect(heard).toContain('open');
    });

    it('loses no event before the handlers after await, on a host that fails at once', async () => {
      const quirks = { connectFails: 'url not in domain list', connectFailsSync: true };
      const rig = await program(subject, { quirks, globals: { Promise: MacrotaskPromise } });
      const heard = /** @type {string[]} */ ([]);
      const main = async () => {
        const task = rig.adopt(await rig.MdeWebsocket(rig.optionsOf({ repeatLimit: 0 })));
        task.onError = () => heard.push('error');
        task.onClose = (/** @type {any} */ { willReconnect }) => heard.push(`close ${willReconnect}`);
      };
      main();
      // DingTalk's number for any failure is Alipay's for a line that is taken: it is asked once more after a second.
      await tick(subject.oneSocket ? 1300 : 300);
      // Taro tells of a failure twice, by fail and by its promise.
      expect([...new Set(heard)]).toEqual(['error', 'close false']);
    });

    it.each([
      ['throws', { connectThrows: true }],
      ['returns nothing', { connectReturnsNothing: true }],
      ['answers fail', { connectFails: 'no network' }],
      ['answers fail at once', { connectFails: 'no network', connectFailsSync: true }],
      ['never says anything', { connectIgnored: true }],
      ['is over its limit', { maxSockets: 0 }],
      ['is over its limit and returns nothing', { maxSockets: 0, limitReturnsTask: false }],
    ])('takes a host that %s for an attempt that ended', async (_name, quirks) => {
      const { record } = await connecting(subject, { quirks, options: { repeatLimit: 0 } });
      await tick(11_000);
      expect(record.of('open')).toEqual([]);
      expect(record.of('close')).toMatchObject([{ code: 1006, wasOpen: false, willReconnect: false }]);
    });

    it('accepts the old names miniprogram and connectSocketParams', async () => {
      const rig = await program(subject);
      const { platform, params, ...rest } = rig.optionsOf();
      const names = { connectSocketParams: params, ...(platform ? { miniprogram: platform } : {}) };
      const task = rig.adopt(await rig.MdeWebsocket({ ...rest, ...names }));
      await tick();
      expect(rig.server.last().request.url).toBe(params.url);
      task.close();
    });

    if (subject.takesHeaders)
      it('gives the host its parameters as a copy and leaves the caller’s untouched', async () => {
        const header = Object.freeze({ 'X-Token': 'secret' });
        const rig = await program(subject);
        const params = Object.freeze({ url: 'ws://server/a', header, ...subject.params });
        const options = Object.freeze({ ...rig.optionsOf(), params });
        const task = rig.adopt(await rig.MdeWebsocket(options));
        await tick();
        expect(rig.server.last().request).toMatchObject({ url: 'ws://server/a', header: { 'X-Token': 'secret' } });
        expect(params).toEqual({ url: 'ws://server/a', header, ...subject.params });
        task.close();
      });

    it('shows the resolved options, read-only', async () => {
      const { task } = await open(subject, { options: { pingTimeout: 7000 } });
      expect(task.opts).toMatchObject({
        pingTimeout: 7000,
        pongTimeout: 10000,
        pingMsg: 'heartbeat',
        reconnectTimeout: 2000,
        repeatLimit: null,
        minUptime: 5000,
        connectTimeout: 10000,
        queueLimit: 100,
        wake: true,
      });
      try {
        task.opts.pingTimeout = 1;
      } catch {
        // In strict mode it throws as well.
      }
      expect(task.opts.pingTimeout).toBe(7000);
    });

    it('passes through connecting, open, waiting and closed', async () => {
      const { task, server } = await connecting(subject);
      expect(task.state).toBe('connecting');
      server.last().open();
      expect(task.state).toBe('open');
      server.last().break();
      expect(task.state).toBe('waiting');
      await settle(2000);
      expect(task.state).toBe('connecting');
      task.close();
      expect(task.state).toBe('closed');
    });

    it('gives up an attempt that does not open within connectTimeout', async () => {
      const { task, record, server } = await connecting(subject, { options: { connectTimeout: 3000 } });
      await tick(2999);
      expect(task.state).toBe('connecting');
      await tick(1);
      expect(record.events).toMatchObject([
        { type: 'close', cause: 'connect-timeout', code: 1006, wasOpen: false, willReconnect: true },
        { type: 'reconnect', attempt: 1, cause: 'connect-timeout' },
      ]);
      await tick(2000 + 1000);
      expect(server.connections).toHaveLength(2);
      server.last().open();
      expect(task.state).toBe('open');
    });
  });
}
