import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { unread } from './app-under-test.js';
import { fakeHost } from './fake-host.js';

test('messages are counted before and after a lost link', async () => {
  const host = fakeHost();
  const counter = await unread(host, 'wss://example.com');
  host.sockets[0].open();
  host.sockets[0].say('one');
  host.sockets[0].drop();
  while (host.sockets.length < 2) await after(1);
  host.sockets[1].open();
  host.sockets[1].say('two');
  assert.equal(counter.count, 2);
  assert.deepEqual(host.sockets[1].sent, ['subscribe']);
  counter.stop();
});
