// @ts-check
import { describe, expect, it } from 'vitest';
import { connecting, open, settle, tick } from '../rig.mjs';

/** @param {import('../subjects.mjs').Subject} subject */
export function reconnect(subject) {
  describe('task.reconnect()', () => {
    it('drops the link, says so and connects at once', async () => {
      const { server, record, task } = await open(subject);
      task.reconnect();
      expect(record.types()).toEqual(['open', 'close', 'reconnect']);
      expect(record.of('close')).toMatchObject([{ cause: 'replaced', wasOpen: true, willReconnect: true }]);
      expect(record.of('reconnect')).toMatchObject([{ cause: 'replaced', delay: 0 }]);
      await tick(10);
      expect(server.connections).toHaveLength(2);
      expect(server.connections[0].closed).toBeDefined();
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('replaces an attempt that is still connecting', async () => {
      const { server, record, task } = await connecting(subject);
      task.reconnect();
      await tick(10);
      expect(record.of('close')).toMatchObject([{ cause: 'replaced', wasOpen: false, willReconnect: true }]);
      if (subject.oneSocket) await tick(1000);
      server.last().open();
      expect(record.types()).toEqual(['close', 'reconnect', 'open']);
    });

    it('only ends the wait of a waiting task', async () => {
      const { server, record, task } = await open(subject);
      server.last().break();
      const before = record.types();
      task.reconnect();
      expect(record.types()).toEqual(before);
      expect(task.state).toBe('connecting');
      await tick();
      server.last().open();
      expect(server.connections).toHaveLength(2);
      await tick(5000);
      expect(server.connections).toHaveLength(2);
    });

    it('starts with a fresh count', async () => {
      const { server, record, task } = await open(subject, { options: { repeatLimit: 2 } });
      for (let round = 0; round < 2; round += 1) {
        server.last().break();
        await settle(2000);
        server.last().open();
      }
      task.reconnect();
      await settle(1000);
      server.last().break();
      await settle(2000);
      server.last().break();
      await settle(1100);
      expect(record.of('reconnect').map(({ attempt }) => attempt)).toEqual([1, 2, 0, 1, 2]);
      expect(task.state).toBe('waiting');
    });

    it('revives a closed task, its handlers kept', async () => {
      const { server, record, task } = await open(subject, { revivals: 1 });
      task.close();
      await tick(10);
      task.reconnect();
      expect(task.state).toBe('connecting');
      await settle(subject.oneSocket ? 1000 : 0);
      server.last().open();
      server.last().message('again');
      expect(record.types()).toEqual(['open', 'close', 'open', 'message']);
    });

    it('revives a task that gave up', async () => {
      const { server, task } = await open(subject, { revivals: 1, options: { repeatLimit: 0 } });
      server.last().break();
      expect(task.state).toBe('closed');
      task.reconnect();
      await tick();
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('may be called by the handler of close, and connects once', async () => {
      const { server, task } = await open(subject);
      let calls = 0;
      task.onClose = () => {
        calls += 1;
        if (calls === 1) task.reconnect();
      };
      server.last().break();
      await tick(10);
      server.last().open();
      await tick(5000);
      expect(server.connections).toHaveLength(2);
      expect(task.state).toBe('open');
    });

    it('replaces socketTask', async () => {
      const { server, task } = await open(subject);
      const first = task.socketTask;
      for (const name of ['send', 'close', 'onOpen', 'onMessage', 'onError', 'onClose']) {
        expect(first[name], name).toBeTypeOf('function');
      }
      task.reconnect();
      await tick(10);
      server.last().open();
      expect(task.socketTask).not.toBe(first);
      expect(task.socketTask.onMessage).toBeTypeOf('function');
    });
  });
}
