// @ts-check
import { describe, expect, it } from 'vitest';
import { patienceOf, pausesOf } from '../../../lab/bench/crowd/behaviour.mjs';
import { verifyPatience, verifyPauses } from '../../../lab/bench/crowd/check.mjs';
import { ownDefault } from '../../../lab/bench/crowd/policies.mjs';
import { verifyPolicy } from '../../../lab/bench/crowd/published.mjs';
import { reference } from '../../../lab/bench/subjects/index.mjs';

describe('the pauses of a library', () => {
  const library = `exports.library = (wx, { setTimeout }) => {
    const connect = (pause) => {
      const socket = wx.connectSocket();
      socket.onOpen(() => {});
      socket.onError(() => {});
      socket.onClose(() => setTimeout(() => connect(pause * 2), pause + Math.random()));
    };
    connect(100);
  };`;
  /** @type {import('../../../lab/bench/subjects/index.mjs').Subject} */
  const subject = {
    name: 'doubling',
    connect: async (start, { host, timers }) => start(host, timers),
  };

  it('are read off its own connections, in no time', async () => {
    const pauses = await pausesOf(subject, library, { attempts: 4, random: 0.5 });
    expect(pauses).toEqual([100.5, 200.5, 400.5, 800.5]);
  });

  it('cannot be read off one that gives up', async () => {
    const silent = { ...subject, connect: async () => /** @type {any} */ ({}) };
    await expect(pausesOf(silent, library, { attempts: 1, random: 0 })).rejects.toThrow('gave up after 0 connections');
  });

  it('must be those of the simulation', () => {
    expect(() => verifyPauses('doubling', [100, 200], [100, 200])).not.toThrow();
    expect(() => verifyPauses('doubling', [100, 300], [100, 200])).toThrow('the library pauses 100, 300 ms');
    expect(() => verifyPauses('doubling', [100], [100, 200])).toThrow('the simulation 100, 200 ms');
  });
});

describe('the patience of a library', () => {
  /** @param {string} bound what it does with a socket that it waits for */
  const library = (bound) => `exports.library = (wx, { setTimeout }) => {
    const connect = () => {
      const socket = wx.connectSocket();
      socket.onError(() => {});
      socket.onClose(() => setTimeout(connect, 2000));
      ${bound}
    };
    connect();
  };`;
  /** @type {import('../../../lab/bench/subjects/index.mjs').Subject} */
  const subject = {
    name: 'patient',
    connect: async (start, { host, timers }) => start(host, timers),
  };

  it('is its own bound on an attempt', async () => {
    const text = library('setTimeout(() => socket.close(), 300);');
    expect(await patienceOf(subject, text, { random: 0 })).toEqual({ patience: 300, untilNext: 2300 });
  });

  it('is that of the host where it has none', async () => {
    expect(await patienceOf(subject, library(''), { random: 0 })).toEqual({ patience: 60000, untilNext: 62000 });
  });

  it('ends when it turns to another socket too', async () => {
    const text = library('setTimeout(connect, 500);');
    expect(await patienceOf(subject, text, { random: 0 })).toEqual({ patience: 500, untilNext: 500 });
  });

  it('must be that of the simulation', () => {
    const policy = { patience: 4000, pause: 1000 };
    expect(() => verifyPatience('patient', { patience: 4000, untilNext: 5000 }, policy)).not.toThrow();
    expect(() => verifyPatience('patient', { patience: 60000, untilNext: 61000 }, policy)).toThrow('after 60000 ms');
    expect(() => verifyPatience('patient', { patience: 4000, untilNext: 9000 }, policy)).toThrow('after 9000 ms');
  });

  it('is taken from the library itself', async () => {
    await expect(verifyPolicy(ownDefault, reference)).resolves.toBeUndefined();
    const hasty = { ...ownDefault, connectTimeout: 4000 };
    await expect(verifyPolicy(hasty, reference)).rejects.toThrow('ends after 10000 ms, in the simulation 4000 ms');
  });
});
