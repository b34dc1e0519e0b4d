import type { AbortSignal } from './abort';
import { define } from './define';
import type { Event } from './event';
import { failure } from '../common/failure';
import { callUser } from '../common/guard';
import type { Raw } from '../port';

export type EventCallback = ((event: Raw) => void) | { handleEvent(event: Raw): void };

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
  type: string;
  callback: Raw;
  isOnce: Raw;
  /** A listener that was removed has one that is aborted. */
  signal: { aborted?: boolean };
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
  addEventListener(this: Raw, type: string, callback: Raw, options?: Raw): void {
    const given = options || {};
    const listeners = listenersOf(this);
    const isThere = listeners.some((other) => other.type === type && other.callback === callback);
    if (callback && !isThere) listeners.push({ type, callback, isOnce: given.once, signal: given.signal || {} });
  },

  removeEventListener(this: Raw, type: string, callback: Raw): void {
    listenersOf(this).forEach((listener) => {
      if (listener.type === type && listener.callback === callback) remove(listener);
    });
  },

  dispatchEvent(this: Raw, event: Raw): boolean {
    if (event.eventPhase) throw failure('InvalidStateError', 11, 'busy event');
    event.target = event.currentTarget = this;
    event.eventPhase = 2;
    event.mdeOwn = event.cancelBubble;
    listenersOf(this).forEach((listener) => {
      const { callback } = listener;
      if (listener.type !== event.type || listener.signal.aborted || event.mdeOwn) return;
      if (listener.isOnce) remove(listener);
      callUser(() => (callback.call ? callback.call(this, event) : callback.handleEvent(event)));
    });
    event.currentTarget = null;
    event.eventPhase = 0;
    event.cancelBubble = false;
    return !event.defaultPrevented;
  },
});

function remove(listener: Listener): void {
  listener.signal = { aborted: true };
}

/** A new list each time: a dispatch goes through the one it began with. Out of sight, as subclasses take any name. */
function listenersOf(target: Raw): Listener[] {
  const value: Listener[] = (target.mdeOwn || []).filter((listener: Listener) => !listener.signal.aborted);
  Object.defineProperty(target, 'mdeOwn', { value, configurable: true });
  return value;
}
