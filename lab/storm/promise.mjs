// @ts-check
/**
 * The `Promise` of a storm, of which every callback is a job in the storm's own queue: run as soon as the work at hand
 * is done, or, as iOS 15 and older do under WeChat, from a timer. Source: WX-D js-support.
 */
// @ts-expect-error the package ships no types
import Polyfill from 'promise-polyfill';

export const StormPromise = /** @type {PromiseConstructor & Record<string, any>} */ (/** @type {any} */ (Polyfill));

/**
 * @param {{ later: (job: () => void) => void, unhandled: (error: unknown) => void }} queue
 */
export function takePromise({ later, unhandled }) {
  StormPromise._immediateFn = later;
  StormPromise._unhandledRejectionFn = unhandled;
}
