// @ts-check
import { describe, expect, it } from 'vitest';
import { seenOf, verifyNamed } from '../../../lab/bench/size/features.mjs';

/** @param {{ onOpen?: string, onConnect?: string }} what it does with its socket */
const library = ({ onOpen = '', onConnect = '' }) => `exports.library = (wx, { setTimeout }, on) => {
  const connect = () => {
    const socket = wx.connectSocket();
    socket.onOpen(() => { on.open(); ${onOpen} });
    socket.onError(() => {});
    socket.onClose(() => setTimeout(connect, 1000));
    ${onConnect}
  };
  connect();
};`;

/** @type {import('../../../lab/bench/subjects/index.mjs').Subject} */
const subject = {
  name: 'somebody',
  connect: async (start, { host, timers, on }) => start(host, timers, on),
};

describe('what is seen of a library', () => {
  it('is nothing when it does nothing', async () => {
    expect(await seenOf(subject, library({}))).toEqual({
      heartbeat: 'no',
      'dead link found though the host says nothing': 'no',
      'bounded connect': 'no',
    });
  });

  it('is a heartbeat when it sends', async () => {
    const text = library({ onOpen: 'setTimeout(() => socket.send({}), 15000);' });
    expect(await seenOf(subject, text)).toMatchObject({ heartbeat: 'yes' });
  });

  it('is a dead link found when it connects anew, not when it asks the host to close', async () => {
    const found = 'dead link found though the host says nothing';
    const asks = library({ onOpen: 'setTimeout(() => socket.close(), 25000);' });
    expect(await seenOf(subject, asks)).toMatchObject({ [found]: 'no' });
    const turns = library({ onOpen: 'setTimeout(connect, 25000);' });
    expect(await seenOf(subject, turns)).toMatchObject({ [found]: 'yes' });
  });

  it('is a bound on an attempt', async () => {
    const text = library({ onConnect: 'setTimeout(() => socket.close(), 7500);' });
    expect(await seenOf(subject, text)).toMatchObject({ 'bounded connect': '7.5 s' });
  });

  it('is not said of one whose link does not open', async () => {
    const deaf = library({}).replace('on.open();', '');
    await expect(seenOf(subject, deaf)).rejects.toThrow('somebody: no link opened');
  });
});

describe('what a feature rests on', () => {
  it('must be in the library', () => {
    expect(() => verifyNamed('somebody', ['queueLimit'], 'options.queueLimit')).not.toThrow();
    expect(() => verifyNamed('somebody', ['queueLimit', 'wake'], 'options.queueLimit')).toThrow('somebody has no wake');
  });
});
