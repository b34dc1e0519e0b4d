// @ts-check
import { describe, expect, it } from 'vitest';
import { program, settle, tick } from '../rig.mjs';

/** @param {import('../subjects.mjs').Subject} subject */
export function logging(subject) {
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
