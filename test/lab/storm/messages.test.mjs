// @ts-check
/** Rule 5 is shown logs that break it, outward and inward. */
import { describe, expect, test } from 'vitest';
import { inbound } from '../../../lab/storm/rules/inbound.mjs';
import { messages } from '../../../lab/storm/rules/messages.mjs';
import { called, closed, heard, judge, open, socket } from './log.mjs';

const WELL = 'all is well';

/** @param {string} text */
const message = (text) => ({ text, form: 'object', argument: { data: text }, hasCallbacks: true, isData: true });
const first = message('A1');
const second = message('A2');
/** @param {any} given */
const given = (given) => ({ kind: 'message', task: 0, message: given });
/** @param {any} one @param {any} [result] */
const sent = (one, result = false) => [given(one), ...called('send', { argument: one.argument, result })];
/** @param {string} text @param {any} [data] */
const handed = (text, data = text) => ({ kind: 'handed', task: 0, text, message: { data }, socket: socket() });
/** @param {any} one @param {string} name */
const told = (one, name) => ({ kind: 'callback', task: 0, message: one, name });
/** @param {any} one */
const settled = (one) => [told(one, 'success'), told(one, 'complete')];

describe('rule 5, outward', () => {
  test.each([
    [
      'two messages in order',
      [...sent(first), ...sent(second), handed('A1'), handed('A2'), ...settled(first), ...settled(second)],
      WELL,
    ],
    ['the second before the first', [...sent(first), ...sent(second), handed('A2')], 'A2 was sent before A1'],
    ['one sent twice', [...sent(first), handed('A1'), handed('A1')], 'A1 was sent twice'],
    ['one that nobody gave', [handed('A9')], 'which nobody gave'],
    [
      'a view of which no host knows what to do',
      [...sent(first), handed('A1', new Uint8Array(2))],
      'what no host takes',
    ],
    [
      'success twice',
      [...sent(first), handed('A1'), told(first, 'success'), told(first, 'success')],
      'success of A1 came after success',
    ],
    [
      'fail after success',
      [...sent(first), handed('A1'), told(first, 'success'), told(first, 'fail')],
      'fail of A1 came after success',
    ],
    ['success of what was not sent', [...sent(first), told(first, 'success')], 'before it was sent'],
    ['complete first', [...sent(first), handed('A1'), told(first, 'complete')], 'complete of A1 came before'],
    ['complete twice', [...sent(first), handed('A1'), ...settled(first), told(first, 'complete')], 'came twice'],
    ['never an answer', [...sent(first), handed('A1')], 'neither success nor fail'],
    ['never complete', [...sent(first), handed('A1'), told(first, 'success')], 'complete was never called'],
    [
      'failed while it could be kept',
      [...sent(first), told(first, 'fail'), told(first, 'complete')],
      'failed without a reason',
    ],
    ['kept though the task is open', [open, ...sent(first)], 'A1 was not sent though A is open'],
    ['forgotten at the end', [...sent(first), closed({ willReconnect: false })], 'A1 was forgotten'],
    ['true without having been sent', [...sent(first, true)], 'returned true though it was not handed over'],
    [
      'false though it was sent',
      [given(first), handed('A1'), ...called('send', { argument: first.argument, result: false })],
      'returned false',
    ],
    [
      'sent on a link that had ended',
      [...sent(first), { ...handed('A1'), socket: socket({ isConfirmed: true }) }],
      'a link that had ended',
    ],
  ])('%s', (_name, log, expected) => {
    expect(judge(messages, log)).toContain(expected);
  });

  test('more kept than queueLimit', () => {
    const scene = { state: 'waiting', spec: { queue: 1 } };
    expect(judge(messages, [...sent(first), ...sent(second)], scene)).toContain('one more than the 1 that may be kept');
    const dropped = [
      ...sent(first),
      given(second),
      told(first, 'fail'),
      told(first, 'complete'),
      ...called('send', { argument: second.argument, result: false }),
    ];
    expect(judge(messages, [...dropped, handed('A2'), ...settled(second)], scene)).toBe(WELL);
  });
});

describe('rule 5, what the host refuses', () => {
  const one = socket();
  /** @param {any} message @param {number} number */
  const over = ({ text }, number) => ({ ...handed(text), socket: one, number });
  /** @param {string} kind @param {any} message @param {number} number */
  const answer = (kind, { text }, number) => ({ kind, task: 0, text, socket: one, number });
  const refused = [...sent(first), over(first, 1), answer('send refused', first, 1)];
  const failed = [told(first, 'fail'), told(first, 'complete')];
  const speaks = { kind: 'host', what: 'message', socket: one, payload: { data: 's1m1' }, heard: 1 };
  const another = [closed(), { sockets: [one, socket({ id: 2 })] }, open];

  test.each([
    ['kept, and sent over the next link', [...refused, ...another, over(first, 2), ...settled(first)], WELL],
    ['failed though it could be kept', [...refused, ...failed], 'failed without a reason'],
    ['failed since the link is alive', [...refused, speaks, ...failed], WELL],
    [
      'sent again though a later one was taken',
      [...refused, ...sent(second), answer('send taken', second, 2), over(first, 3)],
      'the host has taken a later one',
    ],
  ])('%s', (_name, log, expected) => {
    expect(judge(messages, [open, ...log], { sockets: [one] })).toContain(expected);
  });
});

describe('rule 5, inward', () => {
  const one = socket();
  /** @param {string} data */
  const says = (data) => ({ kind: 'host', what: 'message', socket: one, payload: { data }, heard: 1 });
  /** @param {string} data */
  const hears = (data) => heard('message', { data });

  test.each([
    ['two messages in order', [open, says('s1m1'), hears('s1m1'), says('s1m2'), hears('s1m2')], WELL],
    ['one twice', [open, says('s1m1'), hears('s1m1'), hears('s1m1')], 'delivered twice'],
    ['the second before the first', [open, says('s1m1'), says('s1m2'), hears('s1m2')], 'delivered before s1m1'],
    ['one that never comes', [open, says('s1m1')], 'never reached A'],
    ['one that nobody could hear any more', [open, says('s1m1'), closed()], WELL],
  ])('%s', (_name, log, expected) => {
    expect(judge(inbound, log, { sockets: [one] })).toContain(expected);
  });
});
