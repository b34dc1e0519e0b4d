// @ts-check
/**
 * The `Promise` of iOS 15 and older under WeChat: a polyfill over `setTimeout`, so `.then` callbacks are macrotasks
 * and other events come in between. Source: WX-D js-support.
 */
// @ts-expect-error the package ships no types
import Polyfill from 'promise-polyfill';

const MacrotaskPromise = /** @type {any} */ (Polyfill);

// The clock of the moment, so that a fake one is used when there is one.
MacrotaskPromise._immediateFn = (/** @type {() => void} */ work) => globalThis.setTimeout(work, 0);

export { MacrotaskPromise };
