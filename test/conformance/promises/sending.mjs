// @ts-check
import { describe, expect, it } from 'vitest';
import { open, tick } from '../rig.mjs';
import { told } from '../told.mjs';

const bytesOf = (/** @type {any} */ data) => [...new Uint8Array(data)];

/** @param {import('../subjects.mjs').Subject} subject */
export function sending(subject) {
  describe('task.send()', () => {
    it('takes a message as on the host, or the data itself', async () => {
      const { server, task } = await open(subject);
      expect(task.send({ data: 'as on the host' })).toBe(true);
      expect(task.send('the data itself')).toBe(true);
      expect(server.last().sent).toEqual(['as on the host', 'the data itself']);
    });

    it('sends a buffer, and of a view exactly its bytes', async () => {
      const { server, task } = await open(subject);
      const whole = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 255]);
      task.send(whole.buffer);
      task.send(whole.subarray(2, 4));
      task.send({ data: new DataView(whole.buffer, 5, 3) });
      task.send(new Uint16Array(whole.buffer, 2, 1));
      task.send(new ArrayBuffer(0));
      expect(server.last().sent.map(bytesOf)).toEqual([[0, 1, 2, 3, 4, 5, 6, 255], [2, 3], [5, 6, 255], [2, 3], []]);
    });

    it('carries bytes of every length and value unharmed', async () => {
      const { server, task, record } = await open(subject);
      const lengths = [1, 2, 3, 4, 5, 255, 256];
      for (const length of lengths) {
        const bytes = Uint8Array.from({ length }, (_, place) => (place * 7 + length) % 256);
        task.send(bytes);
        server.last().message(bytes.buffer);
      }
      expect(record.of('message').map(({ data }) => data instanceof ArrayBuffer)).toEqual(lengths.map(() => true));
      expect(record.of('message').map(({ data }) => bytesOf(data))).toEqual(server.last().sent.map(bytesOf));
    });

    it('delivers text that looks like base64 as text', async () => {
      const { server, record } = await open(subject);
      server.last().message('AQI=');
      expect(record.of('message')).toMatchObject([{ data: 'AQI=' }]);
    });

    it('calls success, then complete, once', async () => {
      const { task } = await open(subject);
      const story = /** @type {string[]} */ ([]);
      task.send({ data: 'x', ...told(story, 'x') });
      await tick(10);
      expect(story).toEqual(['x success', 'x complete']);
    });

    it.each([
      ['answers fail', { sendFails: true }],
      ['answers fail twice', { sendFails: true, sendAnswersTwice: true }],
      ['throws', { sendThrows: true }],
    ])('calls fail, then complete, once, on a host that %s, without a heartbeat', async (_name, quirks) => {
      const { task, phone } = await open(subject, { options: { pingTimeout: 0 } });
      Object.assign(phone.quirks, quirks);
      const story = /** @type {string[]} */ ([]);
      task.send({ data: 'x', ...told(story, 'x') });
      await tick(10);
      expect(story).toEqual(['x fail', 'x complete']);
    });

    if (subject.answersLater)
      it('calls fail when the link ends before the host answered', async () => {
        const { server, task } = await open(subject, { quirks: { sendNeverAnswers: true } });
        const story = /** @type {string[]} */ ([]);
        task.send({ data: 'x', ...told(story, 'x') });
        await tick(1000);
        expect(story).toEqual([]);
        server.last().break();
        await tick(10);
        expect(story).toEqual(['x fail', 'x complete']);
      });

    it.each([[undefined], [null], [42], [true], [{}], [{ data: 42 }], [{ data: undefined }], [['x']]])(
      'sends nothing of %o and says in a sentence what it takes',
      async (wrong) => {
        const { server, task } = await open(subject);
        const errors = /** @type {any[]} */ ([]);
        const message = wrong && typeof wrong === 'object' && !Array.isArray(wrong) ? wrong : { data: wrong };
        const result = task.send({ ...message, fail: (/** @type {any} */ error) => errors.push(error) });
        expect(result).toBe(false);
        await tick(10);
        expect(errors).toHaveLength(1);
        expect(errors[0].errMsg).toMatch(/string|ArrayBuffer|bytes/);
        expect(server.last().sent).toEqual([]);
      },
    );
  });
}
