// @ts-check
import { describe, expect, it } from 'vitest';
import { broken, connecting, open, settle, takeErrors, tick } from '../rig.mjs';

const NEWS = /** @type {const} */ (['shown', 'network']);

/** @param {import('../subjects.mjs').Subject} subject */
export function handlers(subject) {
  describe('handlers', () => {
    it('are kept across reconnects and may be assigned at any time', async () => {
      const { server, task } = await open(subject);
      const story = /** @type {string[]} */ ([]);
      task.onMessage = () => story.push('first');
      task.onOpen = () => story.push('open');
      server.last().message('1');
      task.onMessage = () => story.push('second');
      server.last().message('2');
      server.last().break();
      await settle(2000);
      server.last().open();
      server.last().message('3');
      task.onMessage = null;
      server.last().message('4');
      expect(story).toEqual(['first', 'second', 'open', 'second']);
    });

    it('are any number with on(), which returns the function that removes one', async () => {
      const { server, task } = await open(subject);
      const story = /** @type {string[]} */ ([]);
      const removeA = task.on('message', () => story.push('a'));
      task.on('message', () => story.push('b'));
      server.last().message('1');
      removeA();
      removeA();
      server.last().message('2');
      expect(story).toEqual(['a', 'b', 'b']);
    });

    it('added or removed during a dispatch count from the next one', async () => {
      const { server, task } = await open(subject);
      const story = /** @type {string[]} */ ([]);
      /** @type {() => void} */
      let removeB = () => {};
      const removeA = task.on('message', () => {
        story.push('a');
        removeA();
        removeB();
        task.on('message', () => story.push('c'));
      });
      removeB = task.on('message', () => story.push('b'));
      server.last().message('1');
      expect(story).toEqual(['a', 'b']);
      server.last().message('2');
      expect(story).toEqual(['a', 'b', 'c']);
    });

    it.each(['onOpen', 'onMessage', 'onError', 'onClose', 'onReconnect'])(
      'that throw in %s change nothing and are reported',
      async (name) => {
        const { server, task, record, phone } = await connecting(subject, { quirks: { lossEvents: 'error-close' } });
        task[name] = broken('mine');
        task.on(name.slice(2).toLowerCase(), broken('mine too'));
        server.last().open();
        server.last().message('hi');
        server.last().break();
        await settle(2000);
        server.last().open();
        await tick(10);
        expect(record.types()).toEqual(['open', 'message', 'error', 'close', 'reconnect', 'open']);
        expect(task.state).toBe('open');
        const times = name === 'onOpen' ? 2 : 1;
        expect(takeErrors(phone).sort()).toEqual([...Array(times).fill('mine'), ...Array(times).fill('mine too')]);
      },
    );

    it('that throw in close() callbacks or the logger are reported', async () => {
      const { task, phone } = await open(subject, { options: { logger: broken('logger') } });
      task.close({ success: broken('success'), complete: broken('complete') });
      await tick(10);
      expect(takeErrors(phone)).toEqual(expect.arrayContaining(['logger', 'success', 'complete']));
    });

    it('see the transition already made', async () => {
      const { server, task } = await connecting(subject);
      const story = /** @type {string[]} */ ([]);
      for (const name of ['onOpen', 'onClose', 'onReconnect']) task[name] = () => story.push(`${name} ${task.state}`);
      server.last().open();
      server.last().break();
      task.close();
      expect(story).toEqual(['onOpen open', 'onClose waiting', 'onReconnect waiting', 'onClose closed']);
    });
  });

  describe('what is not ours', () => {
    it('leaves the application’s listeners on the host alone', async () => {
      const { server, phone, task } = await connecting(subject);
      const heard = /** @type {string[]} */ ([]);
      const names = subject.oneSocket ? ['onSocketOpen', 'onSocketClose'] : [];
      for (const name of names) phone.host[name](phone.own(() => heard.push(name)));
      for (const news of NEWS) phone.listen(news, () => void heard.push(news));
      server.last().open();
      task.reconnect();
      await tick(1100);
      server.last().open();
      task.close();
      await tick(1100);
      heard.splice(0);
      phone.background();
      phone.foreground();
      phone.network(true);
      expect(heard).toEqual(NEWS);
      expect(phone.counts().appListeners).toBe(names.length + NEWS.length);
    });

    if (!subject.oneSocket)
      it('lets another task on the same host live on', async () => {
        const { server, phone, task, make } = await open(subject);
        const other = make();
        await tick();
        server.last().open();
        task.close();
        await tick(10);
        expect(other.task().state).toBe('open');
        server.connections[1].message('still here');
        expect(other.record.of('message')).toHaveLength(1);
        server.connections[1].break();
        phone.background();
        phone.foreground();
        await tick();
        server.last().open();
        expect(other.task().state).toBe('open');
      });

    it('does not pile up listeners on the host over many reconnects', async () => {
      const { server, phone } = await open(subject);
      const before = phone.counts().listeners;
      for (let round = 0; round < 10; round += 1) {
        server.last().break();
        await tick(3000);
        server.last().open();
      }
      expect(phone.counts().listeners).toBe(before);
    });
  });
}
