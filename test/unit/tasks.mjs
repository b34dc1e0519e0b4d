// @ts-check
/** A task on a host that does only what a test says, and everything the task tells. */

import { resolveOptions } from '../../build/universal/connection/options';
import { createTask } from '../../build/universal/connection/task';
import { advance } from './clock.mjs';
import { appLife, taskHost } from './hosts.mjs';

const TYPES = /** @type {const} */ (['open', 'message', 'error', 'close', 'reconnect']);

/**
 * @param {Record<string, any>} [options]
 * @param {ReturnType<typeof taskHost>} [phone] a host to share
 */
export function connecting(options, phone = taskHost()) {
  const life = appLife();
  Object.assign(phone.host, life.api);
  /** @type {[string, any][]} */
  const events = [];
  const platform = phone.host;
  const task = createTask(resolveOptions({ platform, params: { url: 'wss://server' }, ...options }));
  for (const type of TYPES) task.on(type, (event) => void events.push([type, event]));
  return {
    ...phone,
    task,
    life,
    events,
    /** The types of what was told, and forgets it. */
    told: () => events.splice(0).map(([type]) => type),
    of: (/** @type {string} */ type) => events.filter(([each]) => each === type).map(([, event]) => event),
  };
}

/** @param {Parameters<typeof connecting>} given */
export function open(...given) {
  const made = connecting(...given);
  made.last().emit('Open', {});
  made.told();
  return made;
}

/** @param {Parameters<typeof connecting>} given */
export function waiting(...given) {
  const made = open(...given);
  made.last().emit('Close', { code: 1006 });
  made.told();
  return made;
}

/** @param {Parameters<typeof connecting>} given */
export function closed(...given) {
  const made = open(...given);
  made.task.close();
  made.told();
  return made;
}

/** A task brought into each state. */
export const inState = { connecting, open, waiting, closed };

/** @typedef {ReturnType<typeof open>} Made */

/** Loses the link, and waits until the next attempt is under way. @param {Made} made */
export function lose(made, pause = 2000) {
  made.last().emit('Close', { code: 1006 });
  advance(pause);
}

export const sent = (/** @type {Made} */ { sockets }) =>
  sockets.flatMap((socket) => socket.sent.map(({ data }) => data));

/** A message that notes what becomes of it. */
export function message(/** @type {any} */ data, /** @type {string[]} */ outcomes = []) {
  const note = (/** @type {string} */ name) => (/** @type {any} */ result) =>
    void outcomes.push(`${data} ${name}${result?.errMsg ? `: ${result.errMsg}` : ''}`);
  return { data, success: note('success'), fail: note('fail'), complete: note('complete') };
}
