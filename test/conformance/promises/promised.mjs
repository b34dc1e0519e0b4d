// @ts-check
import { describe, expect, it } from 'vitest';
import { connecting, program, settle, takeErrors, tick } from '../rig.mjs';

/** A host whose connectSocket gives a promise of the task. @param {import('../subjects.mjs').Subject} subject */
export function promised(subject) {
  describe('a promise of a task', () => {
    it.each(['real', 'absent', 'stuck'])(
      'does not lose an open that happened before it arrived, readyState %s',
      async (readyState) => {
        const quirks = { promiseSettles: 'late', readyState };
        const { server, record, task } = await connecting(subject, { quirks });
        server.last().open();
        await tick(400);
        if (readyState !== 'real') server.last().message('welcome');
        expect(record.of('open')).toHaveLength(1);
        expect(task.state).toBe('open');
      },
    );

    it('that is never kept is bounded by connectTimeout', async () => {
      const { server, record, phone, task } = await connecting(subject, { quirks: { promiseSettles: 'never' } });
      await tick(10_000);
      expect(record.of('close')).toMatchObject([{ cause: 'connect-timeout' }]);
      // Nobody can close a socket whose task was never handed over; the server ends it.
      server.last().break();
      phone.quirks.promiseSettles = 'on success';
      await settle(2000);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('that is kept after close() is closed on arrival', async () => {
      const { server, record, phone, task } = await connecting(subject, { quirks: { promiseSettles: 'late' } });
      task.close();
      server.last().open();
      await tick(400);
      expect(phone.counts()).toMatchObject({ live: 0, open: 0 });
      expect(record.types()).toEqual(['close']);
    });

    it('that is kept after its attempt timed out is closed on arrival', async () => {
      const setting = { quirks: { promiseSettles: 'late' }, options: { connectTimeout: 200, reconnectTimeout: 5000 } };
      const { server, phone, record } = await connecting(subject, setting);
      server.last().open();
      await tick(400);
      expect(record.of('close')).toMatchObject([{ cause: 'connect-timeout' }]);
      expect(phone.counts()).toMatchObject({ live: 0, open: 0 });
    });

    it('that is broken ends the attempt once, and rejects nothing unhandled', async () => {
      const { record, phone } = await connecting(subject, { quirks: { connectFails: 'no network' } });
      await tick(300);
      expect(record.of('close')).toHaveLength(1);
      expect(takeErrors(phone)).toEqual([]);
      phone.quirks.connectFails = '';
    });

    it('gives the task its socketTask when it is kept', async () => {
      const rig = await program(subject);
      const task = rig.adopt(await rig.MdeWebsocket(rig.optionsOf()));
      expect(task.state).toBe('connecting');
      await tick();
      expect(task.socketTask.onMessage).toBeTypeOf('function');
    });
  });
}
