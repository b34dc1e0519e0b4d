// @ts-check
import { describe, expect, it } from 'vitest';
import { connecting, open, settle, tick } from '../rig.mjs';

/** @param {import('../subjects.mjs').Subject} subject */
export function oneLink(subject) {
  describe('one link', () => {
    it('closes the old socket before a new one after an error alone', async () => {
      const { server, phone } = await open(subject, { quirks: { ghostSocket: true, closeThrows: false } });
      server.last().raw('error', 'network');
      await tick(200);
      expect(phone.counts().live).toBe(0);
      await tick(3000);
      expect(phone.counts()).toMatchObject({ live: 1, peak: 1 });
    });

    it('closes a socket that opens after its attempt was given up', async () => {
      const { server, record, phone, task } = await connecting(subject, { quirks: { closeBeforeOpen: 'ignored' } });
      await tick(10_000);
      const [late] = server.connections;
      late.open();
      await tick(10);
      expect(record.of('open')).toEqual([]);
      expect(phone.counts().open).toBe(0);
      await settle(2000);
      server.last().open();
      expect(task.state).toBe('open');
    });

    it('is not held up by a host that has gone silent', async () => {
      const { server, phone, task } = await open(subject, { quirks: { ghostSocket: true } });
      server.last().answersClose = false;
      await tick(25_000 + 2000 + 1000);
      expect(server.connections).toHaveLength(2);
      server.last().open();
      expect(task.state).toBe('open');
      expect(phone.counts().live).toBe(1);
    });

    it('does not open a second socket when several things ask for one', async () => {
      const { server, phone, task } = await open(subject);
      server.last().break();
      task.reconnect();
      phone.foreground();
      phone.network(true);
      await tick(1100);
      phone.foreground();
      phone.network(true);
      expect(server.connections).toHaveLength(2);
      server.last().open();
      await tick(5000);
      expect(server.connections).toHaveLength(2);
      expect(phone.counts().peak).toBe(1);
    });
  });
}
