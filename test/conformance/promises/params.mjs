// @ts-check
import { describe, expect, it, vi } from 'vitest';
import { ADDRESS, broken, connecting, open, settle, takeErrors, tick } from '../rig.mjs';

/** @param {import('../subjects.mjs').Subject} subject */
export function params(subject) {
  const address = (/** @type {any} */ query) => ({ url: `${ADDRESS}?${query}`, ...subject.params });

  describe('params', () => {
    it('is called before every attempt, with its number, for a fresh token', async () => {
      const asked = vi.fn((/** @type {number} */ attempt) => address(`token=${attempt}`));
      const { server } = await connecting(subject, { params: asked });
      // A close before the open gets a second on the hosts with one socket.
      server.last().break();
      await settle(3100);
      server.last().break();
      await settle(3100);
      expect(asked.mock.calls).toEqual([[0], [1], [2]]);
      expect(server.connections.map(({ request }) => request.url)).toEqual([
        `${ADDRESS}?token=0`,
        `${ADDRESS}?token=1`,
        `${ADDRESS}?token=2`,
      ]);
    });

    it('may be a promise', async () => {
      const { server } = await connecting(subject, { params: async () => address('later') });
      server.last().open();
      expect(server.last().request.url).toBe(`${ADDRESS}?later`);
    });

    it.each([
      ['throws', broken('no token')],
      ['rejects', () => Promise.reject(new Error('no token'))],
      ['gives nothing', () => undefined],
      ['gives a number', async () => 4],
    ])('that %s ends the attempt with cause params, and the next one asks again', async (_name, first) => {
      let calls = 0;
      const asked = () => {
        calls += 1;
        return calls === 1 ? first() : address('mended');
      };
      const { server, record, task, phone } = await connecting(subject, { params: asked });
      takeErrors(phone);
      expect(record.of('close')).toMatchObject([{ cause: 'params', code: 1006, wasOpen: false, willReconnect: true }]);
      expect(record.of('reconnect')).toMatchObject([{ attempt: 1, cause: 'params' }]);
      await settle(2000);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('that never settles is bounded by connectTimeout', async () => {
      let calls = 0;
      const asked = () => {
        calls += 1;
        return calls === 1 ? new Promise(() => {}) : address('second');
      };
      const { server, record } = await connecting(subject, { params: asked });
      await tick(10_000);
      expect(record.of('close')).toMatchObject([{ cause: 'connect-timeout' }]);
      await settle(2000);
      expect(server.connections).toHaveLength(1);
      server.last().open();
    });

    it('that settles after its attempt was given up connects nothing', async () => {
      /** @type {(value: any) => void} */
      let give = () => {};
      let calls = 0;
      const asked = () => {
        calls += 1;
        if (calls > 1) return address('second');
        return new Promise((resolve) => {
          give = resolve;
        });
      };
      const { server, task } = await connecting(subject, { params: asked });
      await settle(12_000);
      server.last().open();
      give(address('first'));
      await tick(5000);
      expect(server.connections).toHaveLength(1);
      expect(task.state).toBe('open');
    });

    it('calls the callbacks of params once, not again at every reconnect', async () => {
      const callbacks = { success: vi.fn(), fail: vi.fn(), complete: vi.fn() };
      const { server } = await open(subject, { params: callbacks });
      server.last().break();
      await settle(2000);
      server.last().open();
      expect(callbacks.success).toHaveBeenCalledTimes(1);
      expect(callbacks.complete).toHaveBeenCalledTimes(1);
      expect(callbacks.fail).not.toHaveBeenCalled();
    });

    if (subject.answersLater)
      it('calls fail of params when the host refuses', async () => {
        const callbacks = { success: vi.fn(), fail: vi.fn(), complete: vi.fn() };
        await connecting(subject, { params: callbacks, quirks: { connectFails: 'no network' } });
        await tick(5000);
        expect(callbacks.fail).toHaveBeenCalledTimes(1);
        expect(callbacks.success).not.toHaveBeenCalled();
      });
  });
}
