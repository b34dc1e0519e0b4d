// @ts-check
import { describe, expect, it } from 'vitest';
import { verifyBuilt, verifyEnded, verifyTested } from '../../../lab/bench/build/check.mjs';
import { verifyHeld } from '../../../lab/bench/memory/check.mjs';
import { verifyMessages, verifyOneLink } from '../../../lab/bench/message/check.mjs';
import { directions } from '../../../lab/bench/message/directions.mjs';
import { MESSAGE } from '../../../lab/bench/message/message.mjs';
import { openRig } from '../../../lab/bench/message/rig.mjs';
import { verifyRecovery } from '../../../lab/bench/recovery/check.mjs';
import { verifyBundle } from '../../../lab/bench/size/check.mjs';
import { bareHost } from '../../../lab/bench/subjects/bare.mjs';
import { heartbeatMiniprogram } from '../../../lab/bench/subjects/heartbeat-miniprogram.mjs';

const timers = { setTimeout, clearTimeout };

describe('a message benchmark', () => {
  const good = { expected: 3, arrived: 3, last: 'text', message: 'text' };

  it('accepts messages that came through', () => {
    expect(() => verifyMessages('somebody', good)).not.toThrow();
    expect(() => verifyOneLink('somebody', 1, 1)).not.toThrow();
  });

  it('fails when one is missing, one too many, or another than was sent', () => {
    expect(() => verifyMessages('somebody', { ...good, arrived: 2 })).toThrow('expected 3, got 2');
    expect(() => verifyMessages('somebody', { ...good, arrived: 4 })).toThrow('expected 3, got 4');
    expect(() => verifyMessages('somebody', { ...good, last: 'else' })).toThrow('the last message');
  });

  it('fails when there is no link, or a second one', () => {
    expect(() => verifyOneLink('somebody', 2, 1)).toThrow('sockets made');
    expect(() => verifyOneLink('somebody', 1, 0)).toThrow('opened');
  });

  it.each(['inbound', 'outbound', 'burst'])('counts what goes %s on the bare host', async (direction) => {
    const rig = await openRig(bareHost, () => ({ library: null, WebSocket: null }), timers);
    const work = directions[direction]('bare host socket', rig);
    work.run();
    work.run();
    expect(work.verify).not.toThrow();
    rig.receive();
    rig.send();
    rig.counts.received -= direction === 'inbound' ? 2 : 0;
    rig.socket.sent -= direction === 'outbound' ? 2 : 0;
    rig.socket.last = direction === 'burst' ? 'another message' : MESSAGE;
    expect(work.verify).toThrow('bare host socket');
  });

  it('refuses a burst of somebody who does not tell what became of a message', async () => {
    const rig = await openRig(bareHost, () => ({ library: null, WebSocket: null }), timers);
    const mute = { ...rig, connection: { ...rig.connection, sendWatched: undefined } };
    expect(() => directions.burst('somebody', mute)).toThrow('does not tell what became of a message');
  });
});

describe('a size benchmark', () => {
  it('accepts a bundle that carries a message', async () => {
    const code = 'globalThis.library = "anything";';
    await expect(verifyBundle('bare', bareHost, code)).resolves.toBeUndefined();
  });

  it('fails when the library is not in the bundle, or does not connect', async () => {
    await expect(verifyBundle('empty', bareHost, '')).rejects.toThrow('empty: the bundle does not give the library');
    const hollow = `globalThis.library = () => Promise.resolve({ send() {}, close() {} });`;
    await expect(verifyBundle('hollow', heartbeatMiniprogram, hollow)).rejects.toThrow('hollow: sockets');
  });
});

describe('a recovery benchmark', () => {
  const back = { recoverMs: 12, answers: true, links: 2, mustRecover: true };
  const lost = { recoverMs: Number.POSITIVE_INFINITY, answers: false, links: 1, mustRecover: false };

  it('accepts a link that is back and one that is dead', () => {
    expect(() => verifyRecovery('somebody', back)).not.toThrow();
    expect(() => verifyRecovery('somebody', lost)).not.toThrow();
  });

  it('fails when ours does not come back, or when what was seen is not so', () => {
    expect(() => verifyRecovery('ours', { ...lost, mustRecover: true })).toThrow('did not come back');
    expect(() => verifyRecovery('somebody', { ...back, answers: false })).toThrow('back, and answering');
    expect(() => verifyRecovery('somebody', { ...lost, answers: true })).toThrow('back, and answering');
    expect(() => verifyRecovery('somebody', { ...back, links: 1 })).toThrow('the link that was to be lost');
  });
});

describe('a memory benchmark', () => {
  const good = { tasks: 10, opened: 10, received: 10, bytes: 900 };

  it('accepts connections that are there', () => {
    expect(() => verifyHeld('somebody', good)).not.toThrow();
  });

  it('fails when one did not open, is dead, or weighs nothing', () => {
    expect(() => verifyHeld('somebody', { ...good, opened: 9 })).toThrow('connections opened: expected 10, got 9');
    expect(() => verifyHeld('somebody', { ...good, received: 9 })).toThrow('after the weighing');
    expect(() => verifyHeld('somebody', { ...good, bytes: 0 })).toThrow('weigh 0 bytes');
  });
});

describe('a build benchmark', () => {
  it('fails when a step left nothing, or no test passed', () => {
    expect(() => verifyBuilt('codegen', true)).not.toThrow();
    expect(() => verifyBuilt('codegen', false)).toThrow('codegen left nothing behind');
    const one = { name: 'project/test/unit/one.test.mjs', status: 'passed' };
    const good = { success: true, numPassedTests: 9, testResults: [one] };
    expect(() => verifyTested('test/unit', good)).not.toThrow();
    expect(() => verifyTested('test/codegen', good)).toThrow('nothing was run of test/codegen');
    expect(() => verifyTested('test/unit', { ...good, numPassedTests: 0 })).toThrow('0 passed');
    const testResults = [{ ...one, status: 'failed' }];
    expect(() => verifyTested('test/unit', { ...good, success: false, testResults })).toThrow('failed: one.test.mjs');
    expect(() => verifyEnded('bundling')).not.toThrow();
    expect(() => verifyEnded('bundling', 'Error: no such file')).toThrow('bundling failed: Error: no such file');
  });
});
