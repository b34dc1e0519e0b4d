// @ts-check
/**
 * The life of a link on a host with all the oddities that it was seen to have: it opens, carries, is lost, comes back and
 * closes, and leaves nothing behind.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadBundle, memoryTransport } from '../../lab/emulators/index.mjs';
import { surroundings } from '../../lab/subjects.mjs';
import { grammarMistake } from './grammar.mjs';
import { createRecorder } from './recorder.mjs';
import { tick } from './time.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param {import('./subjects.mjs').Subject} subject */
export function lifeOn(subject) {
  it(`${subject.file} on ${subject.host}: opens, carries, is lost, comes back and closes`, async () => {
    const server = memoryTransport({ onConnect: (connection) => void setTimeout(() => connection.open(), 20) });
    const phone = subject.make({ transport: server });
    const { globals, options } = surroundings(subject, phone);
    const { MdeWebsocket, release } = await loadBundle(subject.file, globals);
    try {
      const record = createRecorder();
      const task = await MdeWebsocket({ ...options, params: { url: 'ws://server/', ...subject.params } });
      record.watch(task);
      await tick(2000);
      expect(task.state).toBe('open');
      task.send('hello');
      server.last().message('hello');
      server.last().message(new Uint8Array([1, 2]).buffer);
      await tick(10);
      expect(server.last().sent).toContain('hello');
      expect(record.of('message')).toMatchObject([{ data: 'hello' }, { data: expect.any(ArrayBuffer) }]);

      server.last().break('cable pulled');
      await tick(5000);
      expect(task.state).toBe('open');
      expect(server.connections).toHaveLength(2);
      expect(record.of('close')).toMatchObject([{ code: 1006, wasOpen: true, willReconnect: true }]);

      phone.background();
      await tick(60_000);
      phone.foreground();
      await tick(500);
      expect(task.state).toBe('open');

      task.close();
      await tick(15_000);
      expect(phone.counts()).toMatchObject({ live: 0, open: 0, timers: 0 });
      expect(grammarMistake(record.events, {})).toBe('');
      expect(phone.thread.errors).toEqual([]);
    } finally {
      release();
    }
  });
}
