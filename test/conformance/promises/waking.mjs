// @ts-check
import { describe, expect, it } from 'vitest';
import { open, settle, tick } from '../rig.mjs';

/** The user looks elsewhere and comes back. @param {any} phone */
function visit(phone) {
  phone.background();
  phone.foreground();
}

/** @param {import('../subjects.mjs').Subject} subject */
export function waking(subject) {
  /** @type {[string, (phone: any) => void][]} */
  const moments = [
    ['the app comes to the foreground', (phone) => visit(phone)],
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
      server.last().message('alive');
      await tick(10_000);
      expect(server.connections).toHaveLength(2);
    });

    it('an open one is probed with a ping at once, and lives when it answers that and one more', async () => {
      const { server, phone, record } = await open(subject);
      await tick(3000);
      moment(phone);
      expect(server.last().sent).toEqual(['heartbeat']);
      await tick(100);
      server.last().message('may have waited in the host');
      expect(server.last().sent).toEqual(['heartbeat', 'heartbeat']);
      await tick(100);
      server.last().message('pong');
      await tick(14_000);
      expect(record.of('close')).toEqual([]);
    });

    it('an open one that is dead is found within probeTimeout, and followed at once', async () => {
      const { phone, record } = await open(subject);
      await tick(3000);
      moment(phone);
      await tick(2999);
      expect(record.of('close')).toEqual([]);
      await tick(1);
      expect(record.of('close')).toMatchObject([{ cause: 'pong-timeout' }]);
      expect(record.of('reconnect')).toMatchObject([{ attempt: 1, delay: 0 }]);
    });

    it('an open one is told nothing but the ping until the server speaks', async () => {
      const { server, phone, task } = await open(subject);
      moment(phone);
      expect(task.send('first')).toBe(false);
      task.send('second');
      await tick(100);
      expect(server.last().sent).toEqual(['heartbeat']);
      server.last().message('pong');
      await tick(10);
      expect(server.last().sent.filter((data) => data !== 'heartbeat')).toEqual(['first', 'second']);
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
    it('does not take a network that goes away for one that comes back, and probes', async () => {
      const { server, phone, task } = await open(subject);
      phone.network(false);
      expect(server.last().sent).toEqual(['heartbeat']);
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
}
