// @ts-check
/** The events of a task without the task. */
import { addHandler, deliver, emit as emitNow, post, release } from '../../../build/universal/connection/events';

export const HOOKS = /** @type {const} */ (['onOpen', 'onMessage', 'onError', 'onClose', 'onReconnect']);

/** One event at a time, or through the queue. */
export const WAYS = /** @type {const} */ (['emit', 'post and deliver']);

/** @param {typeof WAYS[number]} [way] */
export function setUp(way = 'emit') {
  /** @type {any} */
  const task = { onOpen: null, onMessage: null, onError: null, onClose: null, onReconnect: null };
  /** @type {any} */
  const record = { task, added: {}, posted: [], event: null, handlers: [], isHeld: true };
  task.on = (/** @type {string} */ type, /** @type {any} */ handler) => addHandler(record, type, handler);
  const events = {
    on: task.on,
    post: (/** @type {any} */ hook, /** @type {any} */ event) => post(record, hook, event),
    deliver: () => deliver(record),
    emit: (/** @type {any} */ hook, /** @type {any} */ event) => emitNow(record, hook, event),
    release: () => release(record),
  };
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
