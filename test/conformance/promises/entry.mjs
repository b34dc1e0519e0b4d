// @ts-check
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { loadBundle } from '../../../lab/emulators/index.mjs';
import { open, program, settle, tick } from '../rig.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @param {import('../subjects.mjs').Subject} subject */
export function entry(subject) {
  describe('entry', () => {
    it('is callable as required and as default, and has VERSION and backoff', async () => {
      const { exports, MdeWebsocket, release } = await loadBundle(subject.file);
      release();
      expect(MdeWebsocket).toBeTypeOf('function');
      expect(exports.MdeWebsocket).toBe(MdeWebsocket);
      expect(exports.default).toBe(MdeWebsocket);
      expect(exports.VERSION).toBe(version);
      expect(exports.backoff).toBeTypeOf('function');
      if (!subject.file.endsWith('.mjs')) expect(exports.__esModule).toBe(true);
    });

    it('touches neither the host nor a timer when it loads', async () => {
      const touched = vi.fn();
      const trap = new Proxy({}, { get: touched, has: () => true });
      const bundle = await loadBundle(subject.file, {
        wx: trap,
        my: trap,
        swan: trap,
        setTimeout: touched,
        clearTimeout: touched,
      });
      bundle.release();
      expect(touched).not.toHaveBeenCalled();
    });

    if (subject.isObject)
      it('sees a host that is patched after loading', async () => {
        const rig = await program(subject);
        const original = rig.phone.host.connectSocket;
        const patched = vi.fn(function (/** @type {any[]} */ ...args) {
          // @ts-expect-error the host it was called on
          return original.apply(this, args);
        });
        rig.phone.host.connectSocket = patched;
        rig.make();
        await tick();
        expect(patched).toHaveBeenCalledTimes(1);
        rig.server.last().open();
      });

    it('calls host methods on their host', async () => {
      // The emulated host throws otherwise; the whole life of a task goes by without an error.
      const { server, record, task, phone } = await open(subject);
      server.last().message('hi');
      task.send('hi');
      server.last().break();
      await settle(2000);
      server.last().open();
      task.close();
      expect(record.types()).toEqual(['open', 'message', 'close', 'reconnect', 'open', 'close']);
      expect(phone.quirks.checksThis).toBe(true);
    });
  });
}
