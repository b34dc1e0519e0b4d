// @ts-check
/** Calling off: the same on ours and on Node's. */
import { describe, expect, test, vi } from 'vitest';
import { inEachForm, native, outcome } from './forms.mjs';

/** What a signal tells, as far as the standard says it. @param {any} signal */
function told(signal) {
  const { aborted, reason, onabort } = signal;
  const error = reason instanceof Error || reason?.name ? { name: reason.name, code: reason.code } : reason;
  return { aborted, reason: error, onabort, throws: thrown(signal) };
}

/** @param {any} signal */
function thrown(signal) {
  try {
    signal.throwIfAborted();
    return 'nothing';
  } catch (error) {
    return error === signal.reason;
  }
}

/** @type {Record<string, (classes: any) => unknown>} */
const programs = {
  'a signal at rest': ({ AbortController }) => told(new AbortController().signal),
  'abort without a reason': ({ AbortController }) => {
    const controller = new AbortController();
    controller.abort();
    return told(controller.signal);
  },
  'abort with a reason, and only the first counts': ({ AbortController }) => {
    const controller = new AbortController();
    controller.abort('first');
    controller.abort('second');
    return told(controller.signal);
  },
  'abort with null': ({ AbortSignal }) => told(AbortSignal.abort(null)),
  'AbortSignal.abort': ({ AbortSignal }) => told(AbortSignal.abort()),
  'listeners and the handler are told once, and the state is there by then': ({ AbortController }) => {
    const { signal, abort } = made(AbortController);
    /** @type {unknown[]} */
    const log = [];
    const tell = (/** @type {any} */ event) => log.push([event.type, event.target === signal, signal.aborted]);
    signal.addEventListener('abort', tell);
    signal.onabort = tell;
    abort();
    abort();
    return log;
  },
  'a handler that was taken back': ({ AbortController }) => {
    const { signal, abort } = made(AbortController);
    const log = /** @type {string[]} */ ([]);
    signal.onabort = () => log.push('called');
    signal.onabort = null;
    abort();
    return log;
  },
  'any of several': ({ AbortController, AbortSignal }) => {
    const controllers = [new AbortController(), new AbortController()];
    const signal = AbortSignal.any(controllers.map((one) => one.signal));
    const log = /** @type {unknown[]} */ ([told(signal)]);
    signal.addEventListener('abort', () => log.push(told(signal)));
    controllers[1].abort('second');
    controllers[0].abort('first');
    return [...log, told(signal)];
  },
  'any, of which one is aborted already': ({ AbortController, AbortSignal }) =>
    told(AbortSignal.any([new AbortController().signal, AbortSignal.abort('gone'), AbortSignal.abort('later')])),
  'any of none': ({ AbortSignal }) => told(AbortSignal.any([])),
  'what they are': ({ AbortController, AbortSignal, EventTarget }) => {
    const { signal } = new AbortController();
    return [signal instanceof AbortSignal, signal instanceof EventTarget, signal.constructor === AbortSignal];
  },
  'a timeout that is no number': ({ AbortSignal }) => outcome(() => AbortSignal.timeout('soon')).error,
  'a timeout below 0': ({ AbortSignal }) =>
    outcome(() => AbortSignal.timeout(-1)).error?.replace('RangeError', 'TypeError'),
};

/** @param {any} AbortController */
function made(AbortController) {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

inEachForm((own) => {
  describe('AbortController and AbortSignal', () => {
    test.each(Object.keys(programs))('%s', (name) => {
      expect(programs[name](own)).toEqual(programs[name](native));
    });

    test('a timeout aborts with the error of the standard', async () => {
      const signals = [own, native].map(({ AbortSignal }) => AbortSignal.timeout(5));
      expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
      await vi.waitFor(() => expect(signals.every(({ aborted }) => aborted)).toBe(true));
      expect(told(signals[0])).toEqual(told(signals[1]));
    });

    test('a signal of many holds no listener on the others once it is aborted', () => {
      const [first, second] = [new own.AbortController(), new own.AbortController()];
      const signal = own.AbortSignal.any([first.signal, second.signal]);
      const add = vi.spyOn(second.signal, 'dispatchEvent');
      first.abort('first');
      second.abort('second');
      expect([signal.reason, add.mock.calls.length]).toEqual(['first', 1]);
    });
  });
});
