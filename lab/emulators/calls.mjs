// @ts-check
/**
 * How a host answers a call: `success` or `fail`, then `complete`, later and on the application's thread.
 *
 * @param {import('./phone.mjs').Phone} phone
 * @param {any} options what the application passed to the call
 * @param {'success' | 'fail'} outcome
 * @param {any} result
 * @param {{ sync?: boolean, complete?: boolean, bareComplete?: boolean, after?: () => void }} [how]
 */
export function answer(phone, options, outcome, result, how = {}) {
  const done = phone.ledger.call();
  const { success, fail, complete } = options ?? {};
  const callback = outcome === 'success' ? success : fail;
  const deliver = () => {
    done();
    if (typeof callback === 'function') phone.thread.run(() => callback(result));
    // Source: BD-S, complete has no argument there.
    if (how.complete !== false && typeof complete === 'function') {
      phone.thread.run(() => (how.bareComplete ? complete() : complete(result)));
    }
    how.after?.();
  };
  if (how.sync) deliver();
  else phone.thread.later(deliver);
}
