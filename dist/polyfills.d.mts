/*
 * mde-websocket 2.0.0, MIT licence
 * Standard classes and functions that protocol clients look for and mini programs lack, for any host.
 *
 * import { AbortController, AbortSignal, Event } from './polyfills';
 */

interface EventInit {
  bubbles?: boolean;
  cancelable?: boolean;
  composed?: boolean;
}
interface Event {
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
declare const Event: {
  readonly prototype: Event;
  new (type: string, init?: EventInit): Event;
};

/** What a host says: of any shape, with any field or none. */
type Raw = any;

type EventCallback =
  | ((event: Raw) => void)
  | {
      handleEvent(event: Raw): void;
    };
/** There is no tree of targets, so `capture` and `passive` mean nothing. */
interface ListenerOptions {
  once?: boolean;
  signal?: AbortSignal;
  capture?: boolean;
  passive?: boolean;
}
interface EventTarget {
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
/**
 * An object that listeners can be added to.
 *
 * @example
 * const target = new EventTarget();
 * target.addEventListener('change', (event) => console.log(event.type), { once: true });
 * target.dispatchEvent(new Event('change'));
 */
declare const EventTarget: {
  readonly prototype: EventTarget;
  new (): EventTarget;
};

interface AbortSignals {
  readonly prototype: AbortSignal;
  new (): AbortSignal;
  /** A signal that is aborted already. */
  abort(reason?: Raw): AbortSignal;
  /** A signal that aborts after so many milliseconds. */
  timeout(ms: number): AbortSignal;
  /** A signal that aborts with the first of these. */
  any(signals: AbortSignal[]): AbortSignal;
}
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: Raw): void;
}
/**
 * Calls off what was given its signal.
 *
 * @example
 * const controller = new AbortController();
 * target.addEventListener('change', listener, { signal: controller.signal });
 * controller.abort();
 */
declare const AbortController: {
  readonly prototype: AbortController;
  new (): AbortController;
};
/** Tells those who listen that something is called off. */
interface AbortSignal extends EventTarget {
  readonly aborted: boolean;
  /** What was given to `abort`, else an error with the name `AbortError` or `TimeoutError`. */
  readonly reason: Raw;
  onabort: ((this: AbortSignal, event: Raw) => Raw) | null;
  throwIfAborted(): void;
}
/**
 * What an `AbortController` has, and what its own functions make.
 *
 * @example
 * const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(5000)]);
 * signal.addEventListener('abort', () => console.log(signal.reason));
 */
declare const AbortSignal: AbortSignals;

/**
 * Base64 of a text whose characters stand for bytes.
 *
 * @throws InvalidCharacterError for a character above 255
 * @example
 * btoa('hello'); // 'aGVsbG8='
 */
declare function btoa(data: string): string;
/**
 * What base64 stands for, one character for each byte. White space and missing padding are forgiven.
 *
 * @throws InvalidCharacterError for what is no base64
 * @example
 * atob('aGVsbG8='); // 'hello'
 */
declare function atob(data: string): string;

/**
 * Calls back before the next task of the host begins. What the callback throws goes to the host's error hook.
 *
 * @example
 * queueMicrotask(() => console.log('second'));
 * console.log('first');
 */
declare function queueMicrotask(callback: () => void): void;

/** The clock that libraries measure with; `now` is all there is of it. */
declare const performance: {
  /**
   * Milliseconds since the first call. A clock that is set back does not take it back.
   *
   * @example
   * const start = performance.now();
   * work();
   * console.log(performance.now() - start);
   */
  now(): number;
};

interface TextDecoderOptions {
  /** Bytes that are no UTF-8 throw a TypeError instead of becoming U+FFFD. */
  fatal?: boolean;
  /** A byte order mark at the beginning stays in the text. */
  ignoreBOM?: boolean;
}
interface TextEncoder {
  readonly encoding: string;
  encode(input?: string): Uint8Array;
  /** Writes as many whole characters as there is room for. */
  encodeInto(
    source: string,
    destination: Uint8Array
  ): {
    read: number;
    written: number;
  };
}
/**
 * Turns text into UTF-8.
 *
 * @example
 * new TextEncoder().encode('好'); // Uint8Array [229, 165, 189]
 */
declare const TextEncoder: {
  readonly prototype: TextEncoder;
  new (): TextEncoder;
};
interface TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  /** With `stream`, the bytes of a character that is not complete wait for the next call. */
  decode(
    input?: ArrayBuffer | ArrayBufferView,
    options?: {
      stream?: boolean;
    }
  ): string;
}
/**
 * Turns UTF-8 into text. A label other than those of UTF-8 is a RangeError.
 *
 * @example
 * new TextDecoder().decode(new Uint8Array([229, 165, 189])); // '好'
 */
declare const TextDecoder: {
  readonly prototype: TextDecoder;
  new (label?: string, options?: TextDecoderOptions): TextDecoder;
};

export {
  AbortController,
  AbortSignal,
  Event,
  EventTarget,
  TextDecoder,
  TextEncoder,
  atob,
  btoa,
  performance,
  queueMicrotask,
};
export type { AbortSignals, EventCallback, EventInit, ListenerOptions, TextDecoderOptions };
