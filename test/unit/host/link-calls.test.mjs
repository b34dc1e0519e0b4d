// @ts-check
import { describe, expect, test } from 'vitest';
import { broken, turn, useFakeClock } from '../clock.mjs';
import { taskHost } from '../hosts.mjs';
import { opening, settings } from './links.mjs';

useFakeClock();

describe('close', () => {
  test('closes the socket of the host with code and reason', () => {
    const { host, last } = taskHost();
    opening(host).link.close(4000, 'bye');
    expect(last().closed).toEqual([{ code: 4000, reason: 'bye' }]);
  });

  test('nothing is reported from there on', () => {
    const { host, last } = taskHost();
    const { link, heard } = opening(host);
    link.close(1000, '');
    for (const name of /** @type {const} */ (['Open', 'Message', 'Error', 'Close'])) last().emit(name, { data: 'x' });
    last().params.fail({});
    expect(heard).toEqual([]);
  });

  test('while params are awaited: the host is never called', async () => {
    const { host, sockets } = taskHost();
    const { link } = opening(host, () => Promise.resolve({ url: 'wss://server' }));
    link.close(1000, '');
    await turn();
    expect(sockets).toHaveLength(0);
  });

  test('a params promise that rejects afterwards is not reported', async () => {
    const { link, heard } = opening(taskHost().host, () => Promise.reject(new Error('token')));
    link.close(1000, '');
    await turn();
    expect(heard).toEqual([]);
  });

  test('a socket that opens all the same is closed again', () => {
    const { host, last } = taskHost();
    opening(host).link.close(1000, 'replaced');
    last().emit('Open');
    expect(last().closed).toHaveLength(2);
  });

  test('a socket that the host closed is not closed again', () => {
    const { host, last } = taskHost();
    const { link } = opening(host);
    last().emit('Close', { code: 1006 });
    link.close(1000, '');
    expect(last().closed).toEqual([]);
  });

  test.each([
    ['throws', broken('host')],
    ['rejects', () => Promise.reject(new Error('host'))],
  ])('a host whose close %s changes nothing', async (_, closing) => {
    const { host, last } = taskHost();
    const { link, heard } = opening(host);
    last().task.close = closing;
    expect(() => link.close(1000, '')).not.toThrow();
    await turn();
    expect(heard).toEqual([]);
  });
});

describe('send', () => {
  /** An open link, and the callbacks of one message. */
  function open() {
    const { host, last } = taskHost();
    const { link } = opening(host);
    return { link, socket: last(), sender: settings() };
  }

  test('hands the data over and tells what the host answers', () => {
    const { link, socket, sender } = open();
    link.send({ data: 'hi', sender });
    expect(socket.sent[0].data).toBe('hi');
    socket.sent[0].success({ errMsg: 'ok' });
    expect(sender.success).toHaveBeenCalledExactlyOnceWith({ errMsg: 'ok' });
    expect(sender.complete).toHaveBeenCalledOnce();
  });

  test('gives the host no callbacks where nobody waits for an answer', () => {
    const { link, socket } = open();
    link.send({ data: 'hi' });
    expect(socket.sent).toEqual([{ data: 'hi' }]);
  });

  test('a host that answers twice is heard once', () => {
    const { link, socket, sender } = open();
    link.send({ data: 'hi', sender });
    socket.sent[0].fail({ errMsg: 'no' });
    socket.sent[0].fail({ errMsg: 'no' });
    socket.sent[0].success({});
    expect(sender.fail).toHaveBeenCalledExactlyOnceWith({ errMsg: 'no' });
    expect(sender.success).not.toHaveBeenCalled();
  });

  test.each([
    ['throws', broken('host')],
    ['rejects', () => Promise.reject(new Error('host'))],
  ])('a host that %s is a fail', async (_, sending) => {
    const { link, socket, sender } = open();
    socket.task.send = sending;
    link.send({ data: 'hi', sender });
    await turn();
    expect(sender.fail).toHaveBeenCalledExactlyOnceWith({ errMsg: 'host' });
    expect(sender.complete).toHaveBeenCalledOnce();
  });
});
