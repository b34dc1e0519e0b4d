// @ts-check
/** What the application decides, and logs in which it is not heard; and the answers to `close()`, and the pong. */
import { describe, expect, test } from 'vitest';
import { asked } from '../../../lab/storm/rules/asked.mjs';
import { closedIsClosed } from '../../../lab/storm/rules/closed.mjs';
import { inbound } from '../../../lab/storm/rules/inbound.mjs';
import { called, closed, heard, judge, open, reconnecting, socket } from './log.mjs';

const WELL = 'all is well';
const loss = { code: 4401, reason: 'token', cause: 'host', wasOpen: true };
/** @param {string} what @param {any} [argument] */
const ask = (what, argument) => ({ kind: 'asked', task: 0, what, argument });
/** @param {string} what @param {any} reply @param {any} [rest] */
const reply = (what, reply, rest = {}) => ({ kind: 'replied', task: 0, what, reply, ...rest });
const should = ask('shouldReconnect', loss);
/** @param {any} [context] */
const pause = (context = {}) => ask('reconnectTimeout', { attempt: 1, elapsed: 0, close: loss, ...context });

describe('shouldReconnect', () => {
  test.each([
    ['asked once, with the close that is told', [should, closed(loss)], WELL],
    ['not asked', [closed(loss)], 'was not asked'],
    ['asked twice', [should, should, closed(loss)], 'asked twice about one close'],
    ['shown another code', [ask('shouldReconnect', { ...loss, code: 1000 }), closed(loss)], 'was shown 1000'],
    ['not asked about a close of the user', [closed({ cause: 'user', willReconnect: false })], WELL],
  ])('%s', (_, log, expected) => {
    expect(judge(asked, [open, ...log], { spec: { should: 'always' } })).toContain(expected);
  });
});

describe('reconnectTimeout', () => {
  test.each([
    ['told the truth', [pause(), closed(), reconnecting()], WELL],
    ['told no close', [pause({ close: undefined })], 'not told how the link closed'],
    [
      'told that no time has passed',
      [pause(), { now: 900 }, pause({ attempt: 2, close: { ...loss, wasOpen: false } })],
      'told 0 ms where it was 900',
    ],
  ])('%s', (_, log, expected) => {
    expect(judge(asked, [open, ...log], { spec: { pause: 'function', should: 'none' } })).toContain(expected);
  });
});

test('an attempt connects with the parameters that were made for it', () => {
  const scene = { spec: { params: 'function' } };
  const made = reply('params', {}, { token: 'A 2' });
  /** @param {string} token */
  const dial = (token) => ({ kind: 'dial', task: 0, params: { header: { token } } });
  expect(judge(asked, [made, dial('A 2')], scene)).toBe(WELL);
  expect(judge(asked, [made, dial('A 1')], scene)).toContain('connected with the parameters A 1');
});

describe('close()', () => {
  test.each([
    ['its code', 4000, WELL],
    ['another', 1000, 'told to close with 1000 done, the application said 4000 done'],
  ])('tells the host %s', (_, code, expected) => {
    const [call, returned] = called('close', { argument: { code: 4000, reason: 'done' } });
    const told = { kind: 'told', task: 0, socket: socket(), code, reason: 'done' };
    expect(judge(asked, [call, told, returned])).toContain(expected);
  });

  test.each([
    [['success', 'complete'], WELL],
    [[], 'none of its callbacks'],
    [['success', 'success', 'complete'], 'success, success, complete'],
  ])('calls %j', (names, expected) => {
    expect(judge(closedIsClosed, [{ kind: 'close answered', task: 0, heard: names }])).toContain(expected);
  });
});

test('a pong is delivered only where isPong was asked and did not accept it', () => {
  const scene = { spec: { isPong: 'pong' } };
  const message = heard('message', { data: 'pong s1m1' });
  const question = { ...ask('isPong', 'pong s1m1'), argument: 'pong s1m1' };
  const answer = { ...reply('isPong', true), argument: 'pong s1m1' };
  expect(judge(inbound, [heard('open'), message], scene)).toContain('was not asked');
  expect(judge(inbound, [heard('open'), question, answer, message], scene)).toContain('isPong accepts it');
  expect(judge(inbound, [heard('open'), question, message], scene)).toBe(WELL);
});
