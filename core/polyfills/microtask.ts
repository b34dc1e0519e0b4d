import { PREFIX } from '../common/check';
import { callUser } from '../common/guard';

/**
 * Calls back before the next task of the host begins. What the callback throws goes to the host's error hook.
 *
 * @example
 * queueMicrotask(() => console.log('second'));
 * console.log('first');
 */
export function queueMicrotask(callback: () => void): void {
  if (typeof callback !== 'function') throw new TypeError(PREFIX + 'queueMicrotask needs a function');
  Promise.resolve(callback).then(callUser);
}
