import { ignore } from '../common/guard';
import type { Raw } from '../port';

/**
 * What listeners are told. Clients that pass an event on make another of it, `new event.constructor(event.type, event)`,
 * which has the same fields.
 */
export function SocketEvent(this: Raw, type: unknown, fields?: Raw): void {
  for (const name in fields) this[name] = fields[name];
  this.type = String(type);
  this.target = this.currentTarget = null;
  this.timeStamp = Date.now();
  this.isStopped = false;
}

SocketEvent.prototype = {
  constructor: SocketEvent,
  bubbles: false,
  cancelable: false,
  preventDefault: ignore,
  stopPropagation: ignore,
  stopImmediatePropagation(this: Raw): void {
    this.isStopped = true;
  },
};
