// @ts-check
/** The two functions of time, and what all have in common. */
import { describe, expect, test, vi } from 'vitest';
import { inEachForm, native } from './forms.mjs';

inEachForm((own, reported) => {
  test('everything is exported, and nothing installed', () => {
    expect(Object.keys(own).sort()).toEqual(expect.arrayContaining(Object.keys(native).sort()));
    for (const name of Object.keys(native)) {
      expect(/** @type {any} */ (globalThis)[name], name).toBe(native[name]);
      expect(own[name], name).not.toBe(native[name]);
    }
  });

  describe('queueMicrotask', () => {
    test('calls back after the code that runs and before any timer, in order', async () => {
      /** @type {string[]} */
      const log = [];
      const done = new Promise((resolve) => setTimeout(resolve));
      own.queueMicrotask(() => log.push('first'));
      own.queueMicrotask((/** @type {unknown[]} */ ...args) => log.push(`second, given ${args[0]}`));
      log.push('code');
      await Promise.resolve();
      expect(log).toEqual(['code', 'first', 'second, given undefined']);
      await done;
    });

    test('reports what is thrown to the host, and rejects no promise', async () => {
      own.queueMicrotask(() => {
        throw new Error('mine');
      });
      await vi.waitFor(() => expect(reported.splice(0)).toEqual([new Error('mine')]));
    });

    test.each([[undefined], [null], ['text'], [{}]])('refuses %j at once', (given) => {
      expect(() => own.queueMicrotask(given)).toThrow(TypeError);
    });
  });

  describe('performance.now', () => {
    test('counts what passes, and is not taken back by a clock that is set', () => {
      const clock = vi.spyOn(Date, 'now');
      let time = 1_700_000_000_000;
      clock.mockImplementation(() => time);
      const start = own.performance.now();
      time += 250;
      expect(own.performance.now() - start).toBe(250);
      time -= 3_600_000;
      expect(own.performance.now() - start).toBe(250);
      time += 50;
      expect(own.performance.now() - start).toBe(300);
      clock.mockRestore();
    });
  });
});
