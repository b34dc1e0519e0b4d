// @ts-check
/** A course can fail: an outcome doctored in one place is told from a sound one. */
import { expect, it } from 'vitest';
import { faultNamed } from '../../../lab/faults/faults.mjs';
import { mistakesOf } from '../../../lab/faults/mistakes.mjs';

/** @returns {import('../../../lab/faults/outcome.mjs').Outcome} */
const sound = () => ({
  fault: faultNamed('half-open'),
  entry: 'wechat',
  story: 'close pong-timeout 1006; reconnect; open',
  errors: [],
  noticed: 1250,
  back: 100,
  sent: ['c1', 'c2', 'c3'].map((id) => ({ id, answers: ['success'] })),
  told: ['s1', 's2'],
  heard: ['s1', 's2'],
  received: [['c1'], ['c3']],
  timers: 0,
  listeners: 0,
  peak: 1,
  thrown: [],
});

it('finds nothing in a sound one', () => {
  expect(mistakesOf(sound())).toEqual([]);
});

it.each([
  ['another story', { story: 'close host 1006; reconnect; open' }],
  ['a loss noticed before it could be known', { noticed: 100 }],
  ['a loss never noticed', { noticed: undefined }],
  ['a message received twice, on two connections', { received: [['c1'], ['c1', 'c3']] }],
  ['a message heard twice', { heard: ['s1', 's1'] }],
  ['messages out of order at the server', { received: [['c3', 'c1']] }],
  ['messages out of order at the client', { heard: ['s2', 's1'] }],
  ['a message without an answer', { sent: [{ id: 'c1', answers: [] }] }],
  ['a message answered twice', { sent: [{ id: 'c1', answers: ['success', 'fail'] }] }],
  ['a timer left', { timers: 1 }],
  ['a listener left', { listeners: 1 }],
  ['two links at once', { peak: 2 }],
  ['an error thrown into the host', { thrown: ['Error: boom'] }],
])('finds %s', (_name, doctored) => {
  expect(mistakesOf(/** @type {any} */ ({ ...sound(), ...doctored }))).toHaveLength(1);
});

it('finds a message lost where none may be', () => {
  const outcome = { ...sound(), fault: faultNamed('short stall'), story: '', noticed: undefined };
  expect(mistakesOf(outcome)).toHaveLength(1);
});
