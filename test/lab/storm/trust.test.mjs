// @ts-check
/** Rule 8 is shown logs that break it: suspicion, refusals, the verdict; and how the next attempt comes. */
import { describe, expect, test } from 'vitest';
import { nextAttempt } from '../../../lab/storm/rules/next-attempt.mjs';
import { refusals } from '../../../lab/storm/rules/refusals.mjs';
import { suspension } from '../../../lab/storm/rules/suspension.mjs';
import { suspicion } from '../../../lab/storm/rules/suspicion.mjs';
import { closed, dial, heard, judge, open, reconnecting, socket } from './log.mjs';

const WELL = 'all is well';
const live = socket();
const dead = socket({ isMute: true });
/** @param {any} one */
const begun = (one) =>
  /** @type {any[]} */ ([dial, { kind: 'host', what: 'open', socket: one, payload: {}, heard: 1 }, open, {}]);
const ping = { kind: 'handed', task: 0, text: 'heartbeat', number: 1, socket: live };
const message = { kind: 'handed', task: 0, text: 'A1', number: 2, socket: live };
const speaks = { kind: 'host', what: 'message', socket: live, payload: { data: 's1m1' }, heard: 1 };
const shown = { kind: 'announce', topic: 'AppShow', hearers: [0] };
const hidden = { kind: 'announce', topic: 'AppHide', hearers: [0] };
const offline = { kind: 'announce', topic: 'NetworkStatusChange', payload: { isConnected: false }, hearers: [0] };
const online = { ...offline, payload: { isConnected: true } };
/** @param {any} [rest] */
const refused = (rest = {}) => ({ kind: 'send refused', task: 0, text: 'heartbeat', number: 1, socket: live, ...rest });
const killed = closed({ cause: 'pong-timeout' });
const dropped = { kind: 'told', task: 0, socket: live };

describe('rule 8, suspicion', () => {
  test.each([
    ['a probe on return, and messages after an answer', [shown, ping, {}, speaks, message], WELL],
    ['no probe on return', [shown, {}], 'did not ping after the return'],
    ['no probe where the network changes', [offline, {}], 'did not ping after a change of the network'],
    ['no probe where a message is refused', [refused({ text: 'A1' }), {}], 'did not ping after a refused message'],
    ['no probe where a timer is late', [{ kind: 'fired late', owner: 0, ms: 9, late: 501 }, {}], 'a timer 501 ms late'],
    ['a timer that is late by less', [{ kind: 'fired late', owner: 0, ms: 9, late: 500 }, {}], WELL],
    ['a message before the answer', [shown, ping, {}, message], 'A1 was handed to the host while its link was suspect'],
  ])('%s', (_name, log, expected) => {
    expect(judge(suspicion, [...begun(live), ...log], { sockets: [live] })).toContain(expected);
  });
});

describe('rule 8, refusals', () => {
  const error = heard('error');
  test.each([
    ['a refused ping that ends the link', [ping, refused(), error, { now: 200 }, closed()], WELL],
    ['a refused ping that ends nothing', [ping, refused(), { now: 201 }], 'goes on with a link whose ping was refused'],
    ['a refused ping without an error', [ping, refused(), { now: 200 }, closed()], 'without an error before'],
    ['a ping refused while hidden', [hidden, ping, refused(), { now: 900 }], WELL],
    ['a link ended for it', [hidden, ping, refused(), error, closed()], 'of which it said nothing'],
  ])('%s', (_name, log, expected) => {
    expect(judge(refusals, [...begun(live), ...log], { sockets: [live] })).toContain(expected);
  });
});

describe('rule 8, the verdict', () => {
  test.each([
    ['a dead link found in time', dead, [{ now: 15_000 }, ping, { now: 25_000 }, killed], WELL],
    ['a dead link not found', dead, [{ now: 15_000 }, ping, { now: 25_001 }], 'did not find its link dead'],
    ['a probed dead link found in time', dead, [shown, ping, { now: 3000 }, killed], WELL],
    ['a probed dead link not found', dead, [shown, ping, { now: 3001 }], 'did not find its link dead'],
    ['a live link killed', live, [{ now: 15_000 }, ping, { now: 25_000 }, dropped, killed], 'a live link was killed'],
    [
      'a dead link killed early',
      dead,
      [{ now: 15_000 }, ping, { now: 24_000 }, killed],
      'killed 9000 ms after its ping',
    ],
    ['a link killed without a ping', dead, [{ now: 10_000 }, killed], 'had not been pinged'],
    ['no ping', live, [{ now: 15_001 }], 'sent no ping after 15001 ms'],
    ['a ping too soon', live, [{ now: 900 }, ping], 'a ping went out after 900 ms'],
  ])('%s', (_name, one, log, expected) => {
    expect(judge(suspension, [...begun(one), ...log], { sockets: [one] })).toContain(expected);
  });

  test('a dead link that is never found where every timer is late', () => {
    const late = { kind: 'fired late', owner: 0, ms: 9, late: 600 };
    expect(judge(suspension, [...begun(dead), late, late, late, late, {}], { sockets: [dead] })).toBe(WELL);
    expect(judge(suspension, [...begun(dead), late, late, late, late, late, {}], { sockets: [dead] })).toContain(
      'where timers are late',
    );
  });

  test('a ping though there is no heartbeat', () => {
    const scene = { sockets: [live], spec: { ping: 0 } };
    expect(judge(suspension, [...begun(live), ping], scene)).toContain('there is no heartbeat');
  });

  test('nothing sent for pingEvery', () => {
    const scene = { sockets: [live], spec: { every: 4000 } };
    expect(judge(suspension, [...begun(live), { now: 4001 }], scene)).toContain('sent nothing for 4001 ms');
  });
});

describe('rule 4, the next attempt', () => {
  const lost = closed();
  const failed = closed({ wasOpen: false });
  test.each([
    ['the pause', [lost, reconnecting()], WELL],
    ['another', [lost, reconnecting({ delay: 50 })], 'waits 50 ms where 2000 ms were asked for'],
    ['none for a link that was open at the return', [shown, lost, reconnecting({ delay: 0 })], WELL],
    ['one all the same', [shown, lost, reconnecting()], 'waits 2000 ms where 0 ms'],
    [
      'none twice for one return',
      [shown, lost, reconnecting({ delay: 0 }), dial, open, lost, reconnecting({ delay: 0 })],
      'waits 0 ms',
    ],
    ['none for one that had shown life', [shown, speaks, speaks, lost, reconnecting({ delay: 0 })], 'waits 0 ms'],
    ['none where a ping was refused', [ping, refused(), lost, reconnecting({ delay: 0 })], WELL],
    ['30 s without a network', [offline, failed, reconnecting({ delay: 30_000 })], WELL],
    ['less', [offline, failed, reconnecting()], 'waits 2000 ms where 30000 ms'],
  ])('%s', (_name, log, expected) => {
    expect(judge(nextAttempt, [...begun(live), ...log], { sockets: [live] })).toContain(expected);
  });

  const stale = closed({ cause: 'stale', wasOpen: false });
  const connecting = { state: 'connecting' };
  test.each([
    ['given up', [dial, connecting, hidden, { now: 1000 }, shown, stale], WELL],
    ['gone on with', [dial, connecting, hidden, { now: 1000 }, shown, {}], 'goes on with an attempt'],
    ['given up too soon', [dial, connecting, hidden, { now: 999 }, shown, stale], 'had no reason to be'],
    [
      'given up for a network that had not gone',
      [dial, connecting, { now: 5000 }, online, stale],
      'had no reason to be',
    ],
  ])('an attempt that was under way meanwhile, %s', (_name, log, expected) => {
    expect(judge(nextAttempt, log, { sockets: [] })).toContain(expected);
  });
});
