// @ts-check
import { describe, expect, it, vi } from 'vitest';
import { broken, connecting, open, settle, takeErrors, tick } from '../rig.mjs';

/** A server that refuses, a moment after the host accepted. @param {any} connection */
const refuse = (connection) => void setTimeout(connection.break, 1);

/** @param {import('../subjects.mjs').Subject} subject */
export function retries(subject) {
  describe('reconnecting', () => {
    it('comes back after reconnectTimeout, by default 2 s', async () => {
      const { server, phone, record } = await open(subject);
      server.last().break();
      expect(record.types()).toEqual(['open', 'close', 'reconnect']);
      expect(record.of('reconnect')).toMatchObject([{ attempt: 1, delay: 2000, cause: 'host' }]);
      await tick(1999);
      expect(phone.sockets.all).toHaveLength(1);
      await tick(1);
      expect(phone.sockets.all).toHaveLength(2);
    });

    it('keeps a number as it is, however often it fails', async () => {
      const script = { onConnect: refuse };
      const { record } = await connecting(subject, { script, options: { reconnectTimeout: 700 } });
      await tick(20_000);
      expect(new Set(record.of('reconnect').map(({ delay }) => delay))).toEqual(new Set([700]));
      expect(record.of('reconnect').length).toBeGreaterThan(20);
    });

    it('asks a function with attempt, elapsed and the close event', async () => {
      const asked = vi.fn(({ attempt }) => attempt * 100);
      const { server, phone } = await open(subject, { options: { reconnectTimeout: asked } });
      server.last().end(4001, 'bye');
      await tick(150);
      server.last().break();
      expect(asked.mock.calls.map(([given]) => [given.attempt, given.elapsed])).toEqual([
        [1, 0],
        [2, 150],
      ]);
      expect(asked.mock.calls[0][0].close).toMatchObject({ cause: 'host', code: subject.tellsCode ? 4001 : 1006 });
      expect(asked.mock.calls[1][0].close).toMatchObject({ wasOpen: false, code: 1006 });
      await tick(199);
      expect(phone.sockets.all).toHaveLength(2);
      await tick(1);
      expect(phone.sockets.all).toHaveLength(3);
    });

    it.each([
      ['throws', broken('no pause')],
      ['gives NaN', () => Number.NaN],
      ['gives nothing', () => undefined],
      ['gives something negative', () => -1],
      ['gives Infinity', () => Number.POSITIVE_INFINITY],
    ])('comes back when that function %s', async (_name, reconnectTimeout) => {
      const { server, task, phone } = await open(subject, { options: { reconnectTimeout } });
      server.last().break();
      await tick(30_000);
      expect(server.connections.length).toBeGreaterThan(1);
      server.last().open();
      expect(task.state).toBe('open');
      takeErrors(phone);
    });

    it('backs off with full jitter, bounded, and never overflows', async () => {
      const { bundle } = await open(subject);
      const { backoff } = bundle.exports;
      const random = vi.spyOn(Math, 'random');
      const delays = (/** @type {number} */ value, /** @type {any} */ pause, attempts = [1, 2, 3, 6, 1000, 1e9]) => {
        random.mockReturnValue(value);
        return attempts.map((attempt) => Math.round(pause({ attempt, elapsed: 0, close: {} })));
      };
      expect(delays(0, backoff())).toEqual([0, 0, 0, 0, 0, 0]);
      expect(delays(0.999999, backoff())).toEqual([1000, 2000, 4000, 30000, 30000, 30000]);
      expect(delays(0.5, backoff({ min: 100, max: 500, factor: 3 }))).toEqual([50, 150, 250, 250, 250, 250]);
    });

    it('draws the jitter anew for every pause', async () => {
      const { bundle } = await open(subject);
      const pause = bundle.exports.backoff();
      const drawn = new Set(Array.from({ length: 20 }, () => pause({ attempt: 5, elapsed: 0, close: {} })));
      expect(drawn.size).toBeGreaterThan(10);
    });

    it('takes a pause longer than 32 bits for a long one, not for none', async () => {
      const { server, phone, task } = await open(subject, { options: { reconnectTimeout: 3e9 } });
      server.last().break();
      await tick(3_600_000);
      expect(task.state).toBe('waiting');
      expect(phone.sockets.all).toHaveLength(1);
    });

    it('never gives up by default', async () => {
      const script = { onConnect: refuse };
      const { record, task, server } = await connecting(subject, { script });
      await tick(300_000);
      expect(record.of('reconnect').length).toBeGreaterThan(100);
      server.script.onConnect = (each) => each.open();
      await tick(5000);
      expect(task.state).toBe('open');
    });

    it('never retries with repeatLimit 0', async () => {
      const { server, record, task } = await open(subject, { options: { repeatLimit: 0 } });
      server.last().break();
      await tick(60_000);
      expect(record.types()).toEqual(['open', 'close']);
      expect(record.of('close')).toMatchObject([{ willReconnect: false }]);
      expect(task.state).toBe('closed');
      expect(server.connections).toHaveLength(1);
    });

    it('gives up after repeatLimit attempts and says so', async () => {
      const { server, record, task } = await open(subject, { options: { repeatLimit: 2 } });
      server.script.onConnect = refuse;
      server.last().break();
      await tick(60_000);
      expect(server.connections).toHaveLength(3);
      expect(record.of('close').map(({ willReconnect }) => willReconnect)).toEqual([true, true, false]);
      expect(record.of('reconnect').map(({ attempt }) => attempt)).toEqual([1, 2]);
      expect(task.state).toBe('closed');
    });

    it('counts on when a link does not stay open for minUptime', async () => {
      // A server that accepts and drops at once must not be hit for ever.
      const { server, record } = await open(subject, { options: { repeatLimit: 3 } });
      for (let round = 0; round < 4; round += 1) {
        await tick(4999);
        server.last().break();
        await settle(2000);
        server.last().open();
      }
      expect(record.of('reconnect').map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      expect(record.of('close')[3]).toMatchObject({ willReconnect: false });
    });

    it('starts the count again after minUptime', async () => {
      const { server, record } = await open(subject, { options: { repeatLimit: 1 } });
      for (let round = 0; round < 3; round += 1) {
        await tick(5000);
        server.last().break();
        await settle(2000);
        server.last().open();
      }
      expect(record.of('reconnect').map(({ attempt }) => attempt)).toEqual([1, 1, 1]);
    });

    it('asks shouldReconnect once per lost link, with the real code', async () => {
      const asked = vi.fn(({ code }) => code !== 4401 && code !== 1006);
      const { server, record, task } = await open(subject, { options: { shouldReconnect: asked } });
      server.last().end(4401, 'token');
      expect(asked).toHaveBeenCalledTimes(1);
      expect(asked.mock.calls[0][0]).toMatchObject({
        code: subject.tellsCode ? 4401 : 1006,
        cause: 'host',
        wasOpen: true,
      });
      await tick(60_000);
      expect(record.types()).toEqual(['open', 'close']);
      expect(record.of('close')[0]).toMatchObject({ willReconnect: false });
      expect(task.state).toBe('closed');
    });

    it('comes back when shouldReconnect throws, and reports it', async () => {
      const options = { shouldReconnect: broken('undecided') };
      const { server, task, phone } = await open(subject, { options });
      server.last().break();
      await settle(2000);
      server.last().open();
      expect(task.state).toBe('open');
      expect(takeErrors(phone)).toEqual(['undecided']);
    });

    it('does not ask about a close() of the user’s', async () => {
      const shouldReconnect = vi.fn(() => true);
      const { task } = await open(subject, { options: { shouldReconnect } });
      task.close();
      expect(shouldReconnect).not.toHaveBeenCalled();
    });
  });
}
