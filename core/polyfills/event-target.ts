import { callUser } from '../common/guard';
import type { AbortSignal } from './abort';
import { define } from './define';
import type { Event } from './event';
import { failure } from './failure';

export type EventCallback = ((event: any) => void) | { handleEvent(event: any): void };

/** There is no tree of targets, so `capture` and `passive` mean nothing. */
export interface ListenerOptions {
  once?: boolean;
  signal?: AbortSignal;
  capture?: boolean;
  passive?: boolean;
}

export interface EventTarget {
  addEventListener(type: string, callback: EventCallback | null, options?: boolean | ListenerOptions): void;
  removeEventListener(type: string, callback: EventCallback | null, options?: boolean | ListenerOptions): void;
  /**
   * Calls the listeners of the event's type, in the order in which they were added. One that throws is reported to the
   * host's error hook, and the others run.
   *
   * @returns false if a listener has prevented the default
   */
  dispatchEvent(event: Event): boolean;
}

interface Listener {
  callback: any;
  isOnce: any;
  /** A listener that was removed has one that is aborted. */
  signal: any;
}

/**
 * An object that listeners can be added to.
 *
 * @example
 * const target = new EventTarget();
 * target.addEventListener('change', (event) => console.log(event.type), { once: true });
 * target.dispatchEvent(new Event('change'));
 */
export const EventTarget: { readonly prototype: EventTarget; new (): EventTarget } = define(() => {}, {
  addEventListener(this: any, type: string, callback: any, options?: any): void {
    const given = options || {};
    const listener: Listener = { callback, isOnce: given.once, signal: given.signal || {} };
    const listeners = listenersOf(this, type);
    const isThere = listeners.some((other) => other.callback === callback);
    if (callback && isLive(listener) && !isThere) listeners.push(listener);
  },

  removeEventListener(this: any, type: string, callback: any): void {
    listenersOf(this, type).forEach((listener) => {
      if (listener.callback === callback) remove(listener);
    });
  },

  dispatchEvent(this: any, event: any): boolean {
    if (event.eventPhase) throw failure('InvalidStateError', 11, 'Event is busy');
    event.target = event.currentTarget = this;
    event.eventPhase = 2;
    if (!event.cancelBubble) callListeners(this, event);
    event.currentTarget = null;
    event.eventPhase = event.mdeOwn = 0;
    event.cancelBubble = false;
    return !event.defaultPrevented;
  },
});

function callListeners(target: any, event: any): void {
  listenersOf(target, event.type).forEach((listener) => {
    const { callback } = listener;
    if (event.mdeOwn || !isLive(listener)) return;
    if (listener.isOnce) remove(listener);
    callUser(() => (callback.call ? callback.call(target, event) : callback.handleEvent(event)));
  });
}

function isLive({ signal }: Listener): boolean {
  return !signal.aborted;
}

function remove(listener: Listener): void {
  listener.signal = { aborted: true };
}

/** A new list each time: a dispatch goes through the one it began with. Out of sight, as subclasses take any name. */
function listenersOf(target: any, type: string): Listener[] {
  const key = 'on' + type;
  if (!target.mdeOwn) Object.defineProperty(target, 'mdeOwn', { value: {} });
  const listeners = (target.mdeOwn[key] || []).filter(isLive);
  target.mdeOwn[key] = listeners;
  return listeners;
}
