import type { Raw } from '../port';

/** Runs what the user gave, if anything. What it throws is reported, and `fallback` comes back. */
export function callUser(callback: Raw, argument?: unknown, fallback?: Raw): Raw {
  try {
    return callback ? callback(argument) : fallback;
  } catch (error) {
    report(error);
    return fallback;
  }
}

/** Throws outside our stack, where the host's error hook hears it. */
export function report(error: unknown): void {
  setTimeout(() => {
    throw error;
  }, 0);
}

/** Runs a call whose throw or rejected promise is for `failed`. */
export function guard(call: () => unknown, failed: (error: Raw) => void): void {
  try {
    const returned = call();
    if (isThenable(returned)) returned.then(null, failed);
  } catch (error) {
    failed(error);
  }
}

export function isThenable(value: Raw): value is PromiseLike<Raw> {
  return value && typeof value.then === 'function';
}

export function ignore(): void {}
