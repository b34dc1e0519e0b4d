// @ts-check
/** The events of a task without the task. */
import { createEvents } from '../../build/universal/events';

export const HOOKS = /** @type {const} */ (['onOpen', 'onMessage', 'onError', 'onClose', 'onReconnect']);

/** One event at a time, or through the queue. */
export const WAYS = /** @type {const} */ (['emit', 'post and deliver']);

/** @param {typeof WAYS[number]} [way] */
export function setUp(way = 'emit') {
  /** @type {any} */
  const task = { onOpen: null, onMessage: null, onError: null, onClose: null, onReconnect: null };
  const events = createEvents(task);
  task.on = events.on;
  /** @type {string[]} */
  const heard = [];
  const note = (/** @type {string} */ name) => (/** @type {any} */ event) => void heard.push(`${name} ${event}`);
  const emit = (/** @type {typeof HOOKS[number]} */ hook, /** @type {any} */ event) => {
    if (way === 'emit') {
      events.emit(hook, event);
    } else {
      events.post(hook, event);
      events.deliver();
    }
  };
  return { task, events, heard, note, emit };
}
