// @ts-check
import { describe, expect, it, vi } from 'vitest';
import { connecting, open, program, tick } from '../rig.mjs';

const bytesOf = (/** @type {any} */ data) => [...new Uint8Array(data)];

/** What only Alipay has. @param {import('../subjects.mjs').Subject} subject */
export function alipayRules(subject) {
  describe('Alipay', () => {
    it.each([
      [undefined, subject.params.multiple === true],
      [false, false],
      [true, true],
    ])('says multiple explicitly, given %s', async (multiple, expected) => {
      const rig = await program(subject);
      const connect = vi.spyOn(rig.phone.host, 'connectSocket');
      const given = multiple === undefined ? {} : { multiple };
      const task = rig.adopt(await rig.MdeWebsocket(rig.optionsOf({}, given)));
      await tick();
      expect(/** @type {any} */ (connect.mock.calls[0])[0].multiple).toBe(expected);
      task.close();
    });

    it.each([
      ['base64', 'data'],
      ['base64', 'both'],
      ['ArrayBuffer', 'data'],
      ['ArrayBuffer', 'both'],
    ])('reads bytes that arrive as %s, nested as: %s', async (binaryIn, nesting) => {
      const { server, record } = await open(subject, { quirks: { binaryIn, nesting } });
      server.last().message(new Uint8Array([0, 128, 255]).buffer);
      expect(record.of('message')[0].data).toBeInstanceOf(ArrayBuffer);
      expect(bytesOf(record.of('message')[0].data)).toEqual([0, 128, 255]);
    });

    it('sends bytes to clients that take base64 only', async () => {
      const { server, task } = await open(subject, { quirks: { acceptsArrayBuffer: false } });
      task.send(new Uint8Array([0, 128, 255]));
      expect(server.last().sent.map(bytesOf)).toEqual([[0, 128, 255]]);
    });

    it('gives the words of {error, errorMessage} as errMsg', async () => {
      const { server, record } = await open(subject, { quirks: { lossEvents: 'error-close' } });
      server.last().break('network closed');
      expect(record.of('error')).toMatchObject([{ errMsg: expect.stringContaining('network closed') }]);
    });
  });

  if (!subject.params.multiple) return;

  describe('Alipay with several sockets', () => {
    it.each(['data', 'both'])('reads payloads nested as: %s', async (nesting) => {
      const { server, record } = await open(subject, { quirks: { nesting, closePayload: 'full' } });
      server.last().message('hi');
      server.last().end(4401, 'token');
      expect(record.of('message')).toMatchObject([{ data: 'hi' }]);
      // With payloads nested in `data` only, the typings know neither code nor reason.
      const close = nesting === 'both' ? { code: 4401, reason: 'token' } : { code: 1006 };
      expect(record.of('close')).toMatchObject([close]);
    });

    it('connects up to the host’s limit, and the one over it when there is room', async () => {
      const rig = await program(subject, { script: { onConnect: (each) => each.open() } });
      const all = Array.from({ length: 6 }, () => rig.make());
      await tick(500);
      const states = () => all.map(({ task }) => task().state);
      expect(states().filter((state) => state === 'open')).toHaveLength(5);
      expect(rig.phone.counts().peak).toBe(5);
      all[0].task().close();
      await tick(3000);
      expect(states()).toEqual(['closed', 'open', 'open', 'open', 'open', 'open']);
    });

    it('holds no listener on my for its sockets', async () => {
      const { phone } = await connecting(subject);
      expect(phone.listeners('others').filter(({ type }) => type.startsWith('socket'))).toEqual([]);
    });
  });
}
