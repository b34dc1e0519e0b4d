// @ts-check
import { describe, expect, it } from 'vitest';
import { connecting, open, settle, takeErrors, tick } from '../rig.mjs';
import { told } from '../told.mjs';

const bytesOf = (/** @type {any} */ data) => [...new Uint8Array(data)];

/** @param {import('../subjects.mjs').Subject} subject */
export function queueing(subject) {
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
      await settle(300);
      server.script.onMessage = undefined;
      server.last().open();
      await tick(30_000);
      const sent = server.connections.flatMap((each) => each.sent).filter((data) => data !== 'heartbeat');
      expect(sent).toEqual([...new Set(sent)]);
      for (const data of ['a', 'b', 'c']) {
        expect(story.filter((line) => line === `${data} success` || line === `${data} fail`)).toHaveLength(1);
      }
    });

    it('hands every message over once, though fail sends another while it is emptied', async () => {
      const { server, task, phone } = await connecting(subject, { options: { pingTimeout: 0 } });
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

    it('loses nothing to a host that refuses: it goes out over the next link, in order', async () => {
      const { server, task, phone, record } = await open(subject);
      const story = /** @type {string[]} */ ([]);
      phone.quirks.sendFails = true;
      for (const data of ['a', 'b', 'c']) task.send({ data, ...told(story, data) });
      await settle(300);
      expect(record.of('close')).toMatchObject([{ cause: 'host', wasOpen: true, willReconnect: true }]);
      expect(record.of('reconnect')).toMatchObject([{ attempt: 1, delay: 0 }]);
      phone.quirks.sendFails = false;
      server.last().open();
      await tick(10);
      expect(server.last().sent).toEqual(['a', 'b', 'c']);
      expect(story).toEqual(['a', 'b', 'c'].flatMap((data) => [`${data} success`, `${data} complete`]));
    });

    if (subject.answersLater)
      it('fails a message that the host refuses while the link proves alive', async () => {
        const { server, task, phone } = await open(subject);
        const story = /** @type {string[]} */ ([]);
        phone.quirks.sendFails = true;
        task.send({ data: 'unwanted', ...told(story, 'unwanted') });
        phone.quirks.sendFails = false;
        await tick(10);
        server.last().message('pong');
        await tick(10);
        expect(story).toEqual(['unwanted fail', 'unwanted complete']);
        expect(task.send('wanted')).toBe(true);
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
