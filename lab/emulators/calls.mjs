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

/**
 * Makes a call that answers by a promise where the application gave no callback. Source: observed on WeChat 2.30.3; AP-T.
 *
 * @param {import('./phone.mjs').Phone} phone
 * @param {any} options
 * @param {(options: any) => void} call
 * @returns {Promise<any> | undefined}
 */
export function promising({ quirks, thread }, options, call) {
  const { success, fail, complete } = options ?? {};
  if (!quirks.callsPromise || success || fail || complete) return void call(options);
  return watched(thread, (resolve, reject) => call({ ...options, success: resolve, fail: reject }));
}

/**
 * A promise that a host gives. A rejection that nobody takes is an error of the program, as its host would tell.
 *
 * @param {import('./thread.mjs').Thread} thread
 * @param {(resolve: (value: any) => void, reject: (error: any) => void) => void} work
 * @returns {Promise<any>}
 */
export function watched(thread, work) {
  const promise = new Watched(work);
  promise.report((error) => thread.later(() => promise.isHeard || thread.uncaught(error, 'rejection')));
  return promise;
}

/** A promise that knows whether somebody takes its rejection. */
class Watched extends Promise {
  static get [Symbol.species]() {
    return Promise;
  }

  isHeard = false;

  /** @param {any} [kept] @param {any} [broken] */
  // biome-ignore lint/suspicious/noThenProperty: a rejection is heard by whoever calls this.
  then(kept, broken) {
    if (typeof broken === 'function') this.isHeard = true;
    return super.then(kept, broken);
  }

  /** @param {(error: any) => void} broken */
  report(broken) {
    super.then(undefined, broken);
  }
}
