// @ts-check
import { describe, expect, it } from 'vitest';
import { broken, open, takeErrors, tick } from '../rig.mjs';

/** @param {import('../subjects.mjs').Subject} subject */
export function comingBack(subject) {
  describe('it always comes back', () => {
    /** @type {[string, Record<string, any>, Record<string, any>?][]} */
    const faults = [
      ['connectSocket throws', { connectThrows: true }],
      ['connectSocket returns nothing', { connectReturnsNothing: true }],
      ['connectSocket answers fail', { connectFails: 'no network' }],
      ['connectSocket answers fail at once', { connectFails: 'no network', connectFailsSync: true }],
      ['connectSocket is never answered', { connectIgnored: true }],
      ['success never comes', { successNeverComes: true }],
      ['the limit is reached', { maxSockets: 0 }],
      ['close is deaf', { deafClose: true }],
      ['close comes late', { closeDelay: 4000 }],
      ['close throws', { closeThrows: true }],
      ['everything is said twice', { duplicateEvents: true }],
      ['a loss is reported as an error alone', { lossEvents: 'error', refusedEvents: 'error' }],
      ['a loss is not reported', { lossEvents: 'none', refusedEvents: 'none' }],
      ['send throws', { sendThrows: true }],
      ['pingMsg throws', {}, { pingMsg: broken('mine') }],
      ['isPong throws', {}, { isPong: broken('mine') }],
      ['logger throws', {}, { logger: broken('mine') }],
      ['shouldReconnect throws', {}, { shouldReconnect: broken('mine') }],
      ['reconnectTimeout throws', {}, { reconnectTimeout: broken('mine') }],
    ];

    // Nobody can close a socket whose promised task never comes.
    const possible = faults.filter(([name]) => subject.taskAtOnce || name !== 'success never comes');

    it.each(possible)('after a time in which %s', async (_name, quirks, options) => {
      const { server, phone, task, record } = await open(subject, { options });
      const well = { ...phone.quirks };
      Object.assign(phone.quirks, quirks);
      server.last().message('hi');
      server.last().break();
      await tick(60_000);
      Object.assign(phone.quirks, well);
      server.script.onConnect = (each) => each.open();
      server.script.onMessage = (each) => each.message('pong');
      // The longest way round: an attempt times out, a pause, one second for the line, and a link found dead.
      await tick(40_000);
      expect(task.state).toBe('open');
      const before = record.of('message').length;
      server.last().message('really');
      expect(record.of('message').length).toBe(before + 1);
      const reported = takeErrors(phone);
      expect(reported.every((/** @type {string} */ text) => text === 'mine')).toBe(true);
      expect(reported.length > 0).toBe(options !== undefined);
    });
  });
}
