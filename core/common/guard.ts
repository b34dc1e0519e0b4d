/** Calls into code that is not ours; none of them may stop the connection. */

/** Runs what the user gave, if anything. What it throws is thrown again outside our stack, for the host's error hook. */
export function callUser(callback: any, argument?: any, fallback?: any): any {
  try {
    return callback ? callback(argument) : fallback;
  } catch (error) {
    setTimeout(() => {
      throw error;
    }, 0);
    return fallback;
  }
}

/** Runs a call whose throw or rejected promise is for `failed`. */
export function guard(call: () => any, failed: (error: any) => void): void {
  try {
    const returned = call();
    if (isThenable(returned)) returned.then(null, failed);
  } catch (error) {
    failed(error);
  }
}

export function isThenable(value: any): boolean {
  return value && typeof value.then === 'function';
}

export function ignore(): void {}
