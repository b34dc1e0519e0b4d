import type { Raw } from '../port';

/** Runs the user's callback, if there is one. An error it throws is reported, and `fallback` comes back. */
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

/** Runs a call. The error it throws, or its promise rejects with, goes to `failed`. */
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
