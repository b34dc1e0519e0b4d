// @ts-check
import { describe, expect, it, vi } from 'vitest';
import { connecting, open, program, tick } from '../rig.mjs';

/** @param {import('../subjects.mjs').Subject} subject */
export function closing(subject) {
  describe('task.close()', () => {
    it('gives the host code and reason and says so', async () => {
      const { server, task, record } = await open(subject);
      task.close({ code: 4000, reason: 'signed out' });
      await tick(10);
      if (subject.sendsCloseOptions) expect(server.last().closed).toEqual({ code: 4000, reason: 'signed out' });
      expect(record.of('close')).toMatchObject([
        { cause: 'user', code: 4000, reason: 'signed out', wasOpen: true, willReconnect: false },
      ]);
      expect(task.state).toBe('closed');
    });

    it.each([0, 999, 1001, 1005, 1006, 1011, 2999, 5000, 4000.5, 'nonsense', null])(
      'turns the code %s, which hosts refuse, into 1000',
      async (code) => {
        const { server, task, record } = await open(subject);
        task.close({ code });
        await tick(10);
        expect(server.last().closed).toMatchObject({ code: 1000 });
        expect(record.of('close')).toMatchObject([{ code: 1000 }]);
      },
    );

    it('calls success and complete, not fail', async () => {
      const { task } = await open(subject);
      const story = /** @type {string[]} */ ([]);
      const to = (/** @type {string} */ name) => () => void story.push(name);
      task.close({ success: to('success'), fail: to('fail'), complete: to('complete') });
      await tick(100);
      expect(story).toEqual(['success', 'complete']);
    });

    it('is repeatable without effect', async () => {
      const { task, record, phone } = await open(subject);
      task.close();
      task.close();
      await tick(10);
      task.close({ code: 4001 });
      expect(record.types()).toEqual(['open', 'close']);
      expect(phone.log.filter(({ what }) => what.endsWith('close asked'))).toHaveLength(1);
    });

    it('never comes back, nor leaves anything', async () => {
      const { server, task, phone } = await open(subject);
      task.close();
      expect(phone.thread.pending()).toEqual([]);
      await tick(120_000);
      expect(server.connections).toHaveLength(1);
      expect(phone.counts()).toMatchObject({ live: 0, open: 0 });
    });

    it.each([
      ['before the host accepted', 0],
      ['before open', 1],
    ])('ends a connection %s', async (_name, accepted) => {
      const rig = await program(subject);
      const { record, task, ready } = rig.make();
      await ready;
      if (accepted) await tick(1);
      task().close();
      expect(record.of('close')).toMatchObject([{ cause: 'user', wasOpen: false, willReconnect: false }]);
      await tick(5000);
      // A host that ignored the close opens all the same; the socket is closed then.
      for (const connection of rig.server.connections) connection.open();
      await tick(10);
      expect(rig.phone.counts()).toMatchObject({ live: 0, open: 0 });
      expect(record.types()).toEqual(['close']);
    });

    it('while waiting gives one last close', async () => {
      const { server, task, record } = await open(subject);
      server.last().break();
      task.close();
      await tick(60_000);
      expect(record.types()).toEqual(['open', 'close', 'reconnect', 'close']);
      expect(record.of('close')[1]).toMatchObject({ cause: 'user', wasOpen: false, willReconnect: false });
      expect(server.connections).toHaveLength(1);
    });

    it('while params() is pending connects nothing', async () => {
      /** @type {(value: any) => void} */
      let settle = () => {};
      const params = () =>
        new Promise((resolve) => {
          settle = resolve;
        });
      const { server, task, record } = await connecting(subject, { params });
      task.close();
      settle({ url: 'ws://server/', ...subject.params });
      await tick(20_000);
      expect(server.connections).toEqual([]);
      expect(record.types()).toEqual(['close']);
    });

    it('called by a handler stops at once', async () => {
      const { server, task, record } = await open(subject);
      const later = vi.fn();
      task.onMessage = () => task.close();
      server.last().message('close');
      task.on('message', later);
      server.last().message('one more');
      await tick(60_000);
      expect(later).not.toHaveBeenCalled();
      expect(record.of('message')).toHaveLength(1);
      expect(server.connections).toHaveLength(1);
    });

    it.each(['onClose', 'onReconnect', 'onError', 'onOpen'])('called by %s is final', async (handler) => {
      const { server, task, phone } = await connecting(subject, { quirks: { lossEvents: 'error-close' } });
      task[handler] = () => task.close();
      server.last().open();
      server.last().break();
      await tick(60_000);
      expect(task.state).toBe('closed');
      expect(server.connections).toHaveLength(1);
      expect(phone.thread.pending()).toEqual([]);
    });

    it('hears nothing of a host that closes late', async () => {
      const { task, record } = await open(subject, { quirks: { closeDelay: 3000, duplicateEvents: true } });
      const before = record.events.length;
      task.close();
      await tick(10_000);
      expect(record.types().slice(before)).toEqual(['close']);
    });

    it('does not mind a host whose close throws', async () => {
      const { task, record } = await open(subject, { quirks: { closeThrows: true } });
      task.close();
      await tick(10_000);
      expect(record.types().slice(-1)).toEqual(['close']);
      expect(task.state).toBe('closed');
    });
  });
}
