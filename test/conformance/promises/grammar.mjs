// @ts-check
import { describe, expect, it } from 'vitest';
import { connecting, open, settle, tick } from '../rig.mjs';

const SEQUENCES = ['error', 'close', 'error-close', 'close-error'];

/** @param {import('../subjects.mjs').Subject} subject */
export function grammar(subject) {
  // The grammar of every test's events is checked when the test is over; these go through what hosts report.
  describe('grammar', () => {
    const cases = SEQUENCES.flatMap((events) => [false, true].map((duplicateEvents) => ({ events, duplicateEvents })));

    it.each(cases)(
      'holds for a loss reported as $events, twice: $duplicateEvents',
      async ({ events, duplicateEvents }) => {
        const quirks = { lossEvents: events, refusedEvents: events, duplicateEvents };
        const { server, record, task } = await open(subject, { quirks });
        server.last().message('hi');
        server.last().break();
        await settle(2200);
        expect(server.connections).toHaveLength(2);
        server.last().break();
        await settle(3300);
        server.last().open();
        await tick(1000);
        const kinds = record.types().filter((type) => type !== 'error');
        expect(kinds).toEqual(['open', 'message', 'close', 'reconnect', 'close', 'reconnect', 'open']);
        expect(record.of('close')).toMatchObject([{ wasOpen: true }, { wasOpen: false }]);
        expect(task.state).toBe('open');
        expect(server.connections).toHaveLength(3);
      },
    );

    it('waits after an error for the close, to know the real code', async () => {
      const { server, record } = await open(subject, { quirks: { lossEvents: 'error-close', closeAfterError: 150 } });
      server.last().break('gone');
      expect(record.types()).toEqual(['open', 'error']);
      await tick(149);
      expect(record.of('close')).toEqual([]);
      await tick(1);
      expect(record.of('close')).toMatchObject([{ code: 1006, cause: 'host', wasOpen: true, willReconnect: true }]);
    });

    it('ends the attempt itself 200 ms after an error without a close', async () => {
      const { server, record } = await open(subject, { quirks: { lossEvents: 'error' } });
      server.last().break();
      await tick(199);
      expect(record.of('close')).toEqual([]);
      await tick(1);
      expect(record.of('close')).toMatchObject([{ code: 1006, cause: 'host', wasOpen: true, willReconnect: true }]);
    });

    it('takes a connectSocket that throws for an error of the attempt', async () => {
      const { record } = await connecting(subject, { quirks: { connectThrows: true } });
      await tick(200);
      expect([...new Set(record.types())]).toEqual(['error', 'close', 'reconnect']);
      expect(record.events[0].errMsg).toContain('the host threw');
    });

    it('ends an attempt after fail with an error and a close', async () => {
      const { record, phone } = await connecting(subject, { quirks: { connectFails: 'no network' } });
      await tick(subject.oneSocket ? 1300 : 200);
      expect([...new Set(record.types())]).toEqual(['error', 'close', 'reconnect']);
      expect(record.events[0].errMsg).toBeTypeOf('string');
      expect(record.events[0].errMsg).not.toBe('');
      phone.quirks.connectFails = '';
    });

    // Where events are the host's own, they carry no identity; see one-socket.mjs.
    if (!subject.oneSocket)
      it('is deaf to an old socket once a new one is under way', async () => {
        const { server, record } = await open(subject);
        const [old] = server.connections;
        old.break();
        await settle(2000);
        server.last().open();
        const before = record.types();
        old.raw('message', 'late');
        old.raw('close', 1006, 'late');
        old.raw('error', 'late');
        old.raw('open', {});
        await tick(5000);
        expect(record.types()).toEqual(before);
        expect(server.connections).toHaveLength(2);
      });

    it('gives the same events on every host', async () => {
      const { server, record } = await open(subject, { quirks: { lossEvents: 'error-close' } });
      server.last().message('hi');
      server.last().break('gone');
      const [opened, message, error, close, again] = record.events;
      expect(opened).toHaveProperty('raw');
      expect(message).toMatchObject({ data: 'hi', raw: expect.anything() });
      expect(error).toHaveProperty('raw');
      expect(error.errMsg).toBeTypeOf('string');
      expect(close).toMatchObject({ code: 1006, cause: 'host', wasOpen: true, willReconnect: true });
      expect(close).toHaveProperty('raw');
      expect(close.reason).toBeTypeOf('string');
      expect(again).toMatchObject({ attempt: 1, delay: 2000, cause: 'host' });
    });

    it('tells the server’s code, or 1006 where the host gives none', async () => {
      const { server, record } = await open(subject);
      server.last().end(4401, 'token');
      expect(record.of('close')).toMatchObject([{ code: subject.tellsCode ? 4401 : 1006, cause: 'host' }]);
    });

    if (subject.hasOwnPayloads)
      it.each(['full', 'reason only', 'string code', 'none'])(
        'reads a close that carries: %s',
        async (closePayload) => {
          const { server, record } = await open(subject, {
            quirks: { closePayload, undefinedPayloads: false, nesting: 'both' },
          });
          server.last().end(4401, 'token');
          const code = closePayload === 'full' || closePayload === 'string code' ? 4401 : 1006;
          expect(record.of('close')).toMatchObject([{ code, reason: closePayload === 'none' ? '' : 'token' }]);
        },
      );
  });
}
