// @ts-check
import { describe, expect, it } from 'vitest';
import { connecting, open, settle, takeErrors, tick } from '../rig.mjs';

/** Callbacks that write down, under one name, what is called. @param {string[]} story @param {string} name */
function told(story, name) {
  const to = (/** @type {string} */ what) => () => void story.push(`${name} ${what}`);
  return { success: to('success'), fail: to('fail'), complete: to('complete') };
}

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
    ])('calls fail, then complete, once, on a host that %s', async (_name, quirks) => {
      const { task, phone } = await open(subject);
      Object.assign(phone.quirks, quirks);
      const story = /** @type {string[]} */ ([]);
      task.send({ data: 'x', ...told(story, 'x') });
      await tick(10);
      expect(story).toEqual(['x fail', 'x complete']);
    });

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

  describe('the queue', () => {
    it('keeps what is sent before open and sends it in order, ahead of what an onOpen handler sends', async () => {
      const { server, task } = await connecting(subject);
      expect(task.send('first')).toBe(false);
      expect(task.send('second')).toBe(false);
      task.onOpen = () => task.send('from onOpen');
      server.last().open();
      await tick();
      expect(server.last().sent).toEqual(['first', 'second', 'from onOpen']);
    });

    it('keeps what is sent between links', async () => {
      const { server, task } = await open(subject);
      server.last().break();
      task.send('while waiting');
      await settle(2000);
      task.send('while connecting');
      server.last().open();
      await tick();
      expect(server.connections.map(({ sent }) => sent)).toEqual([[], ['while waiting', 'while connecting']]);
    });

    it('hands every message over once, though the link breaks while it is emptied', async () => {
      const { server, task } = await connecting(subject);
      for (const data of ['a', 'b', 'c', 'd']) task.send(data);
      server.script.onMessage = (each, data) => {
        if (data === 'b') each.break();
      };
      server.last().open();
      await settle(2000);
      server.script.onMessage = undefined;
      server.last().open();
      await tick();
      expect(server.connections.map(({ sent }) => sent)).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ]);
    });

    it('hands every message over once, though one send throws while it is emptied', async () => {
      const { server, task, phone } = await connecting(subject);
      const story = /** @type {string[]} */ ([]);
      for (const data of ['a', 'b', 'c']) task.send({ data, ...told(story, data) });
      server.script.onMessage = () => {
        phone.quirks.sendThrows = server.last().sent.length === 1;
      };
      server.last().open();
      phone.quirks.sendThrows = false;
      await tick(30_000);
      const sent = server.connections.flatMap((each) => each.sent).filter((data) => data !== 'heartbeat');
      expect(sent).toEqual([...new Set(sent)]);
      for (const data of ['a', 'b', 'c']) {
        expect(story.filter((line) => line === `${data} success` || line === `${data} fail`)).toHaveLength(1);
      }
    });

    it('hands every message over once, though fail sends another while it is emptied', async () => {
      const { server, task, phone } = await connecting(subject);
      const fail = () => {
        phone.quirks.sendThrows = false;
        task.send('after the failure');
      };
      task.send({ data: 'a', fail });
      task.send('b');
      phone.quirks.sendThrows = true;
      server.last().open();
      await tick(10);
      expect(server.last().sent).toEqual(['b', 'after the failure']);
    });

    it('does not loop when a message’s fail sends it again', async () => {
      const { server, task, phone } = await connecting(subject);
      let tries = 0;
      const again = () => {
        tries += 1;
        if (tries < 50) task.send({ data: 'x', fail: again });
      };
      task.send({ data: 'x', fail: again });
      phone.quirks.sendFails = true;
      server.last().open();
      await tick(10);
      phone.quirks.sendFails = false;
      await tick(100);
      expect(tries).toBeLessThanOrEqual(50);
    });

    it('drops the oldest when full and calls its fail', async () => {
      const { server, task } = await connecting(subject, { options: { queueLimit: 2 } });
      const story = /** @type {string[]} */ ([]);
      for (const data of ['a', 'b', 'c']) task.send({ data, ...told(story, data) });
      await tick(10);
      expect(story).toEqual(['a fail', 'a complete']);
      server.last().open();
      await tick();
      expect(server.last().sent).toEqual(['b', 'c']);
    });

    it('keeps a hundred by default', async () => {
      const { server, task } = await connecting(subject);
      for (let count = 1; count <= 103; count += 1) task.send(String(count));
      server.last().open();
      await tick();
      expect(server.last().sent).toHaveLength(100);
      expect(server.last().sent[0]).toBe('4');
    });

    it('keeps nothing with queueLimit 0', async () => {
      const { server, task } = await connecting(subject, { options: { queueLimit: 0 } });
      const story = /** @type {string[]} */ ([]);
      expect(task.send({ data: 'a', ...told(story, 'a') })).toBe(false);
      await tick(10);
      expect(story).toEqual(['a fail', 'a complete']);
      server.last().open();
      expect(server.last().sent).toEqual([]);
    });

    it('calls fail of everything kept when the task is closed', async () => {
      const { task } = await connecting(subject);
      const story = /** @type {string[]} */ ([]);
      task.send({ data: 'a', ...told(story, 'a') });
      task.close();
      await tick(10);
      expect(story).toEqual(['a fail', 'a complete']);
    });

    it('calls fail of everything kept when the task gives up', async () => {
      const { server, task } = await connecting(subject, { options: { repeatLimit: 0 } });
      const story = /** @type {string[]} */ ([]);
      task.send({ data: 'a', ...told(story, 'a') });
      server.last().break();
      await tick(10);
      expect(story).toEqual(['a fail', 'a complete']);
    });

    it('calls fail of what is sent after close', async () => {
      const { server, task } = await open(subject);
      task.close();
      const story = /** @type {string[]} */ ([]);
      expect(task.send({ data: 'a', ...told(story, 'a') })).toBe(false);
      await tick(10);
      expect(story).toEqual(['a fail', 'a complete']);
      expect(server.last().sent).toEqual([]);
    });

    it('leaves the caller’s message untouched', async () => {
      const { server, task } = await open(subject);
      const bytes = new Uint8Array([1, 2, 3]);
      const message = Object.freeze({ data: bytes.buffer });
      task.send(message);
      await tick();
      expect(message.data).toBe(bytes.buffer);
      expect(bytesOf(server.last().sent[0])).toEqual([1, 2, 3]);
    });

    it('survives callbacks that throw, and reports them', async () => {
      const { server, task, phone } = await open(subject);
      const fails = () => {
        throw new Error('mine');
      };
      task.send({ data: 'a', success: fails, complete: fails });
      await tick(10);
      task.send('b');
      expect(server.last().sent).toEqual(['a', 'b']);
      expect(takeErrors(phone)).toEqual(['mine', 'mine']);
    });
  });
}
