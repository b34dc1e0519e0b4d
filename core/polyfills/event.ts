import { define } from './define';
import type { EventTarget } from './event-target';
import { performance } from './performance';
import type { Raw } from '../port';

export interface EventInit {
  bubbles?: boolean;
  cancelable?: boolean;
  composed?: boolean;
}

export interface Event {
  readonly type: string;
  readonly target: EventTarget | null;
  readonly currentTarget: EventTarget | null;
  readonly eventPhase: number;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean;
  readonly defaultPrevented: boolean;
  readonly isTrusted: boolean;
  readonly timeStamp: number;
  /** Whether propagation was stopped. */
  cancelBubble: boolean;
  preventDefault(): void;
  stopPropagation(): void;
  stopImmediatePropagation(): void;
}

/**
 * An event for an `EventTarget`.
 *
 * @example
 * target.dispatchEvent(new Event('change', { cancelable: true }));
 */
export const Event: { readonly prototype: Event; new (type: string, init?: EventInit): Event } = define(
  function (this: Raw, type: string, init?: EventInit) {
    const given = init || {};
    this.type = String(type);
    this.bubbles = !!given.bubbles;
    this.cancelable = !!given.cancelable;
    this.composed = !!given.composed;
    this.timeStamp = performance.now();
  },
  {
    target: null,
    currentTarget: null,
    eventPhase: 0,
    defaultPrevented: false,
    isTrusted: false,
    cancelBubble: false,

    preventDefault(this: Raw): void {
      this.defaultPrevented = this.cancelable;
    },

    stopPropagation(): void {
      this.cancelBubble = true;
    },

    stopImmediatePropagation(this: Raw): void {
      this.cancelBubble = this.mdeOwn = true;
    },
  },
);
