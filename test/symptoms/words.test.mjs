// @ts-check
/** What a user reads of a link that cannot be, and of data that cannot be sent. */
import { expect, test } from 'vitest';
import { checkRigs, takeErrors, tick } from '../conformance/rig.mjs';
import { linkOn } from './world.mjs';

checkRigs();

test.each([[{ type: 'chat' }], [5]])('a forgotten JSON.stringify shows: send(%j) is reported', async (data) => {
  const { phone, server, task } = await linkOn('wechat');
  expect(task.send(data)).toBe(false);
  await tick(10);
  expect(takeErrors(phone)[0]).toMatch(/data must be a string, an ArrayBuffer or a view/);
  expect(server.last().sent).toEqual([]);
});

test('a reason is cut between characters, at 123 bytes at most', async () => {
  const { server, task } = await linkOn('wechat');
  task.close({ reason: '😀'.repeat(40) });
  await tick(10);
  expect(server.last().closed?.reason).toBe('😀'.repeat(30));
});

test('a code 0 of the host reads 1006', async () => {
  const { record, server } = await linkOn('wechat', { quirks: { closePayload: 'code 0' } });
  server.last().break();
  await tick(10);
  expect(record.of('close')).toMatchObject([{ code: 1006 }]);
});

test('the close says why the host refused the address', async () => {
  const { record } = await linkOn('wechat', { quirks: { connectFails: 'url not in domain list' } });
  expect(record.of('close')[0]).toMatchObject({
    code: 1006,
    reason: expect.stringContaining('url not in domain list'),
  });
});

test('an error that is a number alone reads as that number', async () => {
  const { record } = await linkOn('alipay', { quirks: { bareErrors: true, connectFails: 'no' } });
  expect(record.of('error')[0].errMsg).toMatch(/^error \d+$/);
});

test('too many sockets on Baidu read as more than "unknown error"', async () => {
  const { record } = await linkOn('baidu', { quirks: { limitErrno: true, maxSockets: 0 } });
  expect(record.of('close')[0].reason).toBe('error 1');
});
