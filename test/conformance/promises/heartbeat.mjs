// @ts-check
import { describe, expect, it, vi } from 'vitest';
import { broken, connecting, open, takeErrors, tick } from '../rig.mjs';

/** @param {import('../subjects.mjs').Subject} subject */
export function heartbeat(subject) {
  describe('heartbeat', () => {
    it('pings after pingTimeout of silence, by default "heartbeat" after 15 s', async () => {
      const { server } = await open(subject);
      await tick(14_999);
      expect(server.last().sent).toEqual([]);
      await tick(1);
      expect(server.last().sent).toEqual(['heartbeat']);
    });

    it('is put off by any inbound message', async () => {
      const { server } = await open(subject);
      await tick(10_000);
      server.last().message('hi');
      await tick(14_999);
      expect(server.last().sent).toEqual([]);
      await tick(1);
      expect(server.last().sent).toEqual(['heartbeat']);
    });

    it('pings again and again while the server answers, and the link stays', async () => {
      const script = { onMessage: (/** @type {any} */ each) => each.message('pong') };
      const { server, record } = await open(subject, { script });
      await tick(75_000);
      expect(server.last().sent).toEqual(Array(5).fill('heartbeat'));
      expect(record.of('close')).toEqual([]);
      expect(server.connections).toHaveLength(1);
    });

    it('drops a dead link pongTimeout after the ping, really closes it, and reconnects', async () => {
      const { server, record, phone, task } = await open(subject);
      await tick(24_999);
      expect(task.state).toBe('open');
      await tick(1);
      expect(record.of('close')).toMatchObject([
        { cause: 'pong-timeout', code: 1006, wasOpen: true, willReconnect: true },
      ]);
      expect(phone.counts().live).toBe(0);
      await tick(3000);
      expect(server.connections).toHaveLength(2);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('finds a dead link on a host that never answers close()', async () => {
      const { server, record, task } = await open(subject, { quirks: { deafClose: true } });
      await tick(25_000);
      expect(record.of('close')).toMatchObject([{ cause: 'pong-timeout' }]);
      await tick(3000);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('takes any message for a pong', async () => {
      const { server, record } = await open(subject);
      await tick(24_999);
      server.last().message('anything');
      await tick(14_000);
      expect(record.of('close')).toEqual([]);
    });

    it.each([0, Number.POSITIVE_INFINITY])('is off with pingTimeout %s', async (pingTimeout) => {
      const { server, phone } = await open(subject, { options: { pingTimeout } });
      await tick(600_000);
      expect(server.last().sent).toEqual([]);
      expect(phone.thread.pending()).toEqual([]);
    });

    it('takes a pingTimeout longer than 32 bits for a long one, not for a storm', async () => {
      const { server } = await open(subject, { options: { pingTimeout: 3e9 } });
      await tick(3_600_000);
      expect(server.last().sent).toEqual([]);
    });

    it('sends bytes as pingMsg', async () => {
      const { server } = await open(subject, { options: { pingMsg: new Uint8Array([1, 2]).buffer } });
      await tick(15_000);
      expect(new Uint8Array(/** @type {ArrayBuffer} */ (server.last().sent[0]))).toEqual(new Uint8Array([1, 2]));
    });

    it('calls a function as pingMsg for every ping', async () => {
      let count = 0;
      const pingMsg = () => {
        count += 1;
        return `ping ${count}`;
      };
      const script = { onMessage: (/** @type {any} */ each) => each.message('pong') };
      const { server } = await open(subject, { options: { pingMsg }, script });
      await tick(30_000);
      expect(server.last().sent).toEqual(['ping 1', 'ping 2']);
    });

    it('survives a pingMsg that throws, and reports it', async () => {
      const script = { onConnect: (/** @type {any} */ each) => each.open() };
      const options = { pingMsg: broken('no ping today') };
      const { phone, task } = await connecting(subject, { options, script });
      await tick(40_000);
      expect(takeErrors(phone)).toContain('no ping today');
      expect(task.state).toBe('open');
    });

    it('survives a host whose send throws: the link is found dead and replaced', async () => {
      const { server, phone, record, task } = await open(subject, { quirks: { sendThrows: true } });
      await tick(25_000);
      expect(record.of('close')).toHaveLength(1);
      phone.quirks.sendThrows = false;
      await tick(3000);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('does not deliver what isPong accepts, and counts it as life', async () => {
      const isPong = vi.fn((/** @type {any} */ data) => data === 'pong');
      const { server, record } = await open(subject, { options: { isPong } });
      await tick(15_000);
      server.last().message('pong');
      server.last().message('news');
      expect(record.of('message')).toMatchObject([{ data: 'news' }]);
      await tick(14_000);
      expect(record.of('close')).toEqual([]);
    });

    it('measures latency from the last ping to the first message after it', async () => {
      const { server, task } = await open(subject);
      expect(task.latency).toBeNull();
      server.last().message('not an answer');
      expect(task.latency).toBeNull();
      await tick(15_000);
      await tick(120);
      server.last().message('pong');
      await tick(500);
      server.last().message('news');
      expect(task.latency).toBe(120);
    });

    it('holds one timer while the link is idle and calls none for a message', async () => {
      const { server, phone } = await open(subject);
      expect(phone.thread.pending()).toHaveLength(1);
      const before = phone.thread.timerCalls();
      for (let count = 0; count < 50; count += 1) server.last().message('news');
      expect(phone.thread.timerCalls()).toBe(before);
      expect(phone.thread.pending()).toHaveLength(1);
    });
  });
}
