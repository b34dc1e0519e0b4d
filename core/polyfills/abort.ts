import { define } from './define';
import { Event } from './event';
import { EventTarget } from './event-target';
import { PREFIX } from '../common/check';
import { failure } from '../common/failure';
import type { Raw } from '../port';

/** Tells those who listen that something is called off. */
export interface AbortSignal extends EventTarget {
  readonly aborted: boolean;
  /** What was given to `abort`, else an error with the name `AbortError` or `TimeoutError`. */
  readonly reason: Raw;
  onabort: ((this: AbortSignal, event: Raw) => Raw) | null;
  throwIfAborted(): void;
}

export interface AbortSignals {
  readonly prototype: AbortSignal;
  new (): AbortSignal;
  /** A signal that is aborted already. */
  abort(reason?: Raw): AbortSignal;
  /** A signal that aborts after so many milliseconds. */
  timeout(ms: number): AbortSignal;
  /** A signal that aborts with the first of these. */
  any(signals: AbortSignal[]): AbortSignal;
}

export interface AbortController {
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
export const AbortController: { readonly prototype: AbortController; new (): AbortController } = define(
  function (this: Raw) {
    this.signal = new (AbortSignal as Raw)();
  },
  {
    abort(reason?: Raw): void {
      const signal: Raw = this.signal;
      if (signal.aborted) return;
      signal.aborted = true;
      signal.reason = reason === undefined ? failure('AbortError', 20, 'aborted') : reason;
      if (signal.onabort) signal.addEventListener('abort', signal.onabort.bind(signal));
      signal.dispatchEvent(new Event('abort'));
    },
  },
);

/**
 * What an `AbortController` has, and what its own functions make.
 *
 * @example
 * const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(5000)]);
 * signal.addEventListener('abort', () => console.log(signal.reason));
 */
export const AbortSignal: AbortSignals = createClass();

function createClass(): AbortSignals {
  function AbortSignal(): void {}
  AbortSignal.prototype = Object.create(EventTarget.prototype);
  return define(AbortSignal, {
    constructor: AbortSignal,
    aborted: false,
    onabort: null,
    throwIfAborted(this: Raw) {
      if (this.aborted) throw this.reason;
    },
  });
}

const statics: Raw = AbortSignal;

statics.abort = (reason?: Raw) => {
  const controller = new AbortController();
  controller.abort(reason);
  return controller.signal;
};

statics.timeout = (ms: number) => {
  const controller = new AbortController();
  if (!(ms >= 0)) throw new TypeError(PREFIX + 'timeout needs a number');
  setTimeout(() => controller.abort(failure('TimeoutError', 23, 'timeout')), ms);
  return controller.signal;
};

statics.any = (signals: AbortSignal[]) => {
  const controller = new AbortController();
  signals.forEach((source) => {
    // The controller has the signal, as the options of a listener do: it stops listening to the others.
    const abort = () => controller.abort(source.reason);
    if (source.aborted) abort();
    source.addEventListener('abort', abort, controller);
  });
  return controller.signal;
};
