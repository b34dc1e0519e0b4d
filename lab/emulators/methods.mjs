// @ts-check
/**
 * Puts methods on a host or a task. Called off their owner they throw, as a native method does.
 *
 * @template {object} T
 * @param {T} owner
 * @param {string} name how the owner is called in messages
 * @param {import('./quirks.mjs').Quirks} quirks
 * @param {Record<string, (...args: any[]) => any>} methods
 * @param {object} [self] what they must be called on, if they are its prototype's
 * @returns {any} the owner
 */
export function install(owner, name, quirks, methods, self = owner) {
  for (const [key, method] of Object.entries(methods)) {
    Object.defineProperty(owner, key, {
      configurable: true,
      enumerable: true,
      writable: true,
      value: function (/** @type {any[]} */ ...args) {
        if (quirks.checksThis && this !== self) throw new TypeError(`Illegal invocation: ${name}.${key} off ${name}`);
        return method(...args);
      },
    });
  }
  return owner;
}
