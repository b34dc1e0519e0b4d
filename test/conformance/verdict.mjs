// @ts-check
/**
 * The end of a test: every task is closed, and its rig held against the rules of the contract that hold whatever
 * happened before.
 */
import { expect } from 'vitest';
import { grammarMistake } from './grammar.mjs';
import { tick } from './time.mjs';

/** @type {WeakMap<object, Set<string>>} */
const expected = new WeakMap();

/** @param {any} rig */
export async function finishVirtual({ phone, made, subject, setting, transport }) {
  for (const { task } of made) task()?.close();
  const heard = made.map((/** @type {any} */ { record }) => record.events.length);
  // Whatever was still on its way arrives now, and must be closed and never heard.
  for (const connection of transport.connections) connection.open();
  await tick(10_000);
  for (const connection of transport.connections) connection.message('late');
  await tick(50_000);
  expect(
    made.map((/** @type {any} */ { record }) => record.events.length),
    'events after close()',
  ).toEqual(heard);
  expect(phone.thread.pending(), 'timers after close()').toEqual([]);
  // On the one socket, a close that the host has not confirmed is listened for until the next connection.
  checkRules({ phone, made, subject, setting, isWatched: subject.oneSocket });
  if (!phone.quirks.ghostSocket) expect(phone.counts().open, 'sockets left open').toBe(0);
}

/** @param {any} rig */
export async function finishReal(rig) {
  for (const { ready } of rig.made) await ready;
  // A socket that is still connecting is watched on a single-socket host until it has closed; virtual time sees to that.
  for (const { task } of rig.made) if (task().state === 'open') task().close();
  checkRules({ ...rig, isWatched: rig.subject.oneSocket });
  for (const { task } of rig.made) task().close();
}

/** @param {any} rig */
function checkRules({ phone, made, subject, setting, isWatched }) {
  for (const { record } of made) {
    expect(grammarMistake(record.events, { revivals: setting.revivals }), 'grammar').toBe('');
  }
  expect(phone.counts().peak, 'live sockets at one instant').toBeLessThanOrEqual(subject.oneSocket ? 1 : made.length);
  const ours = phone.listeners('others').map((/** @type {any} */ { type }) => type);
  const isLeft = (/** @type {string} */ type) => phone.canRemove(type) && !(isWatched && type.startsWith('socket'));
  expect(ours.filter(isLeft), 'listeners left on the host').toEqual([]);
  // Where a host can take none off, the least is that they do not pile up.
  expect(ours.length, 'listeners that cannot be taken off').toBeLessThanOrEqual(4 + 3);
  const surprises = phone.thread.errors.filter(
    (/** @type {any} */ { error }) => !expected.get(phone)?.has(error.message),
  );
  expect(surprises, 'errors nobody expected').toEqual([]);
}

/** What handlers threw, as the host's error hook saw it; from then on the same may come again. @param {any} phone */
export function takeErrors(phone) {
  const messages = phone.thread.errors.splice(0).map((/** @type {any} */ { error }) => error.message);
  expected.set(phone, new Set([...(expected.get(phone) ?? []), ...messages]));
  return messages;
}
