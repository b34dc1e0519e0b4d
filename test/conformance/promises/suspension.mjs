// @ts-check
import { describe, expect, it, vi } from 'vitest';
import { open, settle, tick } from '../rig.mjs';

const answering = { onMessage: (/** @type {any} */ each) => each.message('pong') };

/** @param {import('../subjects.mjs').Subject} subject */
export function suspension(subject) {
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
      const options = { pingTimeout: 5000, pongTimeout: 20_000, probeTimeout: 20_000, wake: false };
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

    if (subject.answersLater)
      it.each([true, false])('follows a link at once whose ping the host refuses on return, wake: %s', async (wake) => {
        const { phone, record } = await open(subject, {
          quirks: { backgroundFreezes: true, backgroundLoss: 'silent' },
          options: { wake },
        });
        await tick(8000);
        phone.background();
        await tick(300_000);
        phone.foreground();
        await tick(300);
        expect(record.of('close')).toMatchObject([{ cause: 'host', wasOpen: true, willReconnect: true }]);
        expect(record.of('reconnect')).toMatchObject([{ delay: 0 }]);
      });

    it('reconnects on return after the host closed the link in the background', async () => {
      const { server, phone, record, task } = await open(subject, {
        quirks: { backgroundFreezes: true, backgroundLoss: 'close' },
      });
      phone.background();
      await tick(60_000);
      phone.foreground();
      await settle(2000);
      expect(record.of('close')).toMatchObject([{ cause: 'host', wasOpen: true, willReconnect: true }]);
      server.last().open();
      expect(task.state).toBe('open');
    });

    if (subject.refusesHidden)
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
      const { record } = await open(subject);
      await tick(5000);
      vi.setSystemTime(Date.now() + by);
      await tick(60_000);
      expect(record.of('close').length).toBeGreaterThan(0);
      expect(record.of('close')[0]).toMatchObject({ cause: 'pong-timeout' });
    });
  });
}
