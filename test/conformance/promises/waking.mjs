// @ts-check
import { describe, expect, it } from 'vitest';
import { open, program, settle, tick } from '../rig.mjs';

const answering = { onMessage: (/** @type {any} */ each) => each.message('pong') };

/** @param {import('../subjects.mjs').Subject} subject */
export function waking(subject) {
  /** @type {[string, (phone: any) => void][]} */
  const moments = [
    ['the app comes to the foreground', (phone) => phone.foreground()],
    ['the network comes back', (phone) => phone.network(true)],
  ];

  describe.each(moments)('when %s', (_name, moment) => {
    it('a waiting task connects at once', async () => {
      const { server, phone, task } = await open(subject, { options: { reconnectTimeout: 60_000 } });
      server.last().break();
      await tick(1000);
      moment(phone);
      expect(task.state).toBe('connecting');
      await tick();
      server.last().open();
      expect(task.state).toBe('open');
      await tick(60_000);
      expect(server.connections).toHaveLength(2);
    });

    it('an open one is probed with a ping at once, and lives when it answers', async () => {
      const { server, phone, record } = await open(subject);
      await tick(3000);
      moment(phone);
      expect(server.last().sent).toEqual(['heartbeat']);
      await tick(100);
      server.last().message('pong');
      await tick(14_000);
      expect(record.of('close')).toEqual([]);
    });

    it('an open one that is dead is found within pongTimeout', async () => {
      const { phone, record } = await open(subject);
      await tick(3000);
      moment(phone);
      await tick(10_000);
      expect(record.of('close')).toMatchObject([{ cause: 'pong-timeout' }]);
    });

    it('a connecting one goes on as it is', async () => {
      const { server, phone, task } = await open(subject);
      server.last().break();
      await settle(2000);
      moment(phone);
      await tick();
      expect(server.connections).toHaveLength(2);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('a closed one stays closed', async () => {
      const { server, phone, task } = await open(subject);
      task.close();
      moment(phone);
      await tick(5000);
      expect(task.state).toBe('closed');
      expect(server.connections).toHaveLength(1);
    });

    it('nothing happens with wake: false', async () => {
      const { server, phone, task } = await open(subject, { options: { wake: false } });
      expect(phone.listeners('others').filter(({ type }) => !type.startsWith('socket'))).toEqual([]);
      moment(phone);
      expect(server.last().sent).toEqual([]);
      server.last().break();
      moment(phone);
      expect(task.state).toBe('waiting');
    });
  });

  describe('waking', () => {
    it('does not take a network that goes away for one that comes back', async () => {
      const { server, phone, task } = await open(subject);
      phone.network(false);
      expect(server.last().sent).toEqual([]);
      server.last().break();
      phone.network(false);
      expect(task.state).toBe('waiting');
    });

    it('is not missed where a host has no such events', async () => {
      const { server, task } = await open(subject, { quirks: { appEvents: false, networkEvents: false } });
      server.last().break();
      await settle(2000);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('holds no listener where a host can take none off, beyond those of the first', async () => {
      const { phone, task } = await open(subject, { quirks: { appOff: false }, revivals: 3 });
      const before = phone.counts().listeners;
      for (let round = 0; round < 3; round += 1) {
        task.close();
        await tick(1100);
        task.reconnect();
        await tick(1100);
      }
      expect(phone.counts().listeners).toBeLessThanOrEqual(before);
    });
  });

  describe('suspension', () => {
    const quirks = { backgroundFreezes: true, backgroundLoss: 'none' };

    it('does not kill a live link: it is probed on return', async () => {
      const { server, phone, record, task } = await open(subject, { quirks, script: answering });
      await tick(8000);
      phone.background();
      await tick(300_000);
      phone.foreground();
      expect(task.state).toBe('open');
      await tick(60_000);
      expect(record.of('close')).toEqual([]);
      expect(server.connections).toHaveLength(1);
    });

    it('does not kill a live link whose pong arrives with the burst, behind the timers', async () => {
      const { server, phone, record } = await open(subject, { quirks });
      await tick(12_000);
      phone.background();
      await tick(3000);
      expect(server.last().sent).toEqual(['heartbeat']);
      await tick(20_000);
      server.last().message('pong');
      await tick(60_000);
      phone.foreground();
      expect(record.of('close')).toEqual([]);
    });

    it('gives a link that was pinged before the suspension a new chance to answer', async () => {
      const { server, phone, record } = await open(subject, { quirks: { ...quirks }, options: { wake: false } });
      await tick(12_000);
      phone.background();
      await tick(3000);
      expect(server.last().sent).toEqual(['heartbeat']);
      await tick(60_000);
      phone.foreground();
      await tick(50);
      expect(record.of('close')).toEqual([]);
      server.last().message('pong');
      await tick(14_000);
      expect(record.of('close')).toEqual([]);
    });

    it('does not kill a link that slept longer than both timeouts, whichever is the longer', async () => {
      const options = { pingTimeout: 5000, pongTimeout: 20_000, wake: false };
      const { server, phone, record } = await open(subject, { quirks, options, script: answering });
      phone.background();
      await tick(26_000);
      server.script.onMessage = undefined;
      phone.foreground();
      await tick(15_000);
      expect(record.of('close')).toEqual([]);
      server.last().message('alive');
      await tick(4000);
      expect(record.of('close')).toEqual([]);
    });

    it.each([true, false])('finds a dead link within pongTimeout of the return, wake: %s', async (wake) => {
      const { phone, record } = await open(subject, {
        quirks: { backgroundFreezes: true, backgroundLoss: 'silent' },
        options: { wake },
      });
      await tick(8000);
      phone.background();
      await tick(300_000);
      phone.foreground();
      await tick(10_000);
      expect(record.of('close')).toMatchObject([{ cause: 'pong-timeout' }]);
    });

    it('reconnects on return after the host closed the link in the background', async () => {
      const { server, phone, record, task } = await open(subject, { quirks: { backgroundFreezes: true } });
      phone.background();
      await tick(60_000);
      phone.foreground();
      await settle(2000);
      expect(record.of('close')).toMatchObject([{ cause: 'host', wasOpen: true, willReconnect: true }]);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('survives the background of a host that refuses connections there', async () => {
      const { server, phone, task } = await open(subject);
      phone.background();
      await tick(120_000);
      expect(server.connections).toHaveLength(1);
      phone.foreground();
      await tick(1000);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('does not mind a clock that jumps ahead', async () => {
      const { server, record, phone } = await open(subject, { script: answering });
      await tick(8000);
      phone.thread.freeze();
      await tick(3_600_000);
      phone.thread.resume();
      await tick(40_000);
      expect(record.of('close')).toEqual([]);
      expect(server.connections).toHaveLength(1);
    });

    it.each([3_600_000, -3_600_000])('keeps its heartbeat when the wall clock is set by %s ms', async (by) => {
      const { vi } = await import('vitest');
      const { record } = await open(subject);
      await tick(5000);
      vi.setSystemTime(Date.now() + by);
      await tick(60_000);
      expect(record.of('close').length).toBeGreaterThan(0);
      expect(record.of('close')[0]).toMatchObject({ cause: 'pong-timeout' });
    });
  });

  describe('logger', () => {
    it('gets an entry per transition and never a query, a header or a body', async () => {
      const entries = /** @type {any[]} */ ([]);
      const rig = await program(subject, { quirks: { lossEvents: 'error-close' } });
      const options = { logger: (/** @type {any} */ entry) => entries.push(entry), repeatLimit: 1 };
      const { task } = rig.make(options, {
        url: 'ws://server/?token=query-secret',
        header: { 'X-Auth': 'header-secret' },
      });
      await tick();
      rig.server.last().open();
      const before = entries.length;
      rig.server.last().message('body-secret');
      task().send('body-secret');
      expect(entries).toHaveLength(before);
      rig.server.last().break();
      await settle(2000);
      rig.server.last().break();
      await tick(200);
      expect(entries.map(({ state }) => state)).toEqual(
        expect.arrayContaining(['connecting', 'open', 'waiting', 'connecting', 'closed']),
      );
      expect(entries.length).toBeGreaterThanOrEqual(5);
      expect(JSON.stringify(entries)).not.toContain('secret');
    });
  });
}
