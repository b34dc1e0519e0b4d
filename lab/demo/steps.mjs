// @ts-check
/**
 * The steps of the story. One that waits says `false` when what it waits for does not come about.
 *
 * @typedef {import('./stage.mjs').Stage} Stage
 * @typedef {(stage: Stage) => any} Step
 */
import { setTimeout as pass } from 'node:timers/promises';
import { hasAnswerSince, lastTrouble, stateAt } from './drawing/facts.mjs';

/** How long anything may take to come about before the story is given up, in milliseconds. */
const PATIENCE = 6000;

/** Time passes, because the story needs it to. @param {number} ms @returns {Step} */
export function time(ms) {
  return async () => {
    await pass(ms);
  };
}

/** @param {string} link @returns {Step} */
export function connects(link) {
  return (stage) => stage.start(link, link);
}

/** The same chat without the library. @param {string} link @param {string} platform @returns {Step} */
export function connectsBare(link, platform) {
  return (stage) => stage.startBare(link, platform);
}

/** The link is open and has carried a message there and back. @param {string} link @returns {Step} */
export function carries(link) {
  return ({ recorder: { entries, until } }) => until(() => hasAnswerSince(entries, link, 0), PATIENCE);
}

/** Every link that the trouble hit was lost, is open again and has carried a message since. @type {Step} */
export function allBack({ recorder: { entries, until } }) {
  const trouble = lastTrouble(entries);
  const isBack = (/** @type {string} */ link) => {
    const lost = entries.findIndex(
      (entry) => entry.kind === 'state' && entry.link === link && entry.state !== 'open' && entry.at >= trouble.at,
    );
    return lost >= 0 && stateAt(entries, link) === 'open' && hasAnswerSince(entries, link, lost);
  };
  return until(() => trouble.hits.every(isBack), PATIENCE);
}

/** From here on a connection can succeed. @type {Step} */
export function isOver({ recorder: { entries, record } }) {
  record({ kind: 'over', name: lastTrouble(entries).name });
}

/** @param {Stage} stage */
export async function secondTaskConnects(stage) {
  stage.recorder.record({ kind: 'phone', platform: 'alipay', text: 'a second task connects' });
  await stage.start('alipay-2', 'alipay');
}

/** @type {Step} */
export function firstTakesOver({ recorder, program }) {
  recorder.record({ kind: 'phone', platform: 'alipay', text: 'the first task calls reconnect()' });
  program('alipay-2').hush();
  program('alipay').task.reconnect();
}
