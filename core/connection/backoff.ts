import type { ReconnectContext } from '../types';

/** What `backoff` takes. */
export interface BackoffOptions {
  /** Upper bound of the first pause, in milliseconds. Default 1000. */
  min?: number;
  /** Upper bound of every pause, in milliseconds. Default 30000. */
  max?: number;
  /** How much the upper bound grows with each attempt. Default 2. */
  factor?: number;
}

/**
 * A `reconnectTimeout` for servers with many clients: exponential backoff with full jitter. The pause before attempt
 * `n` is uniform between 0 and `min(max, min * factor ** (n - 1))`, so clients cut together do not return together.
 *
 * @example
 * MdeWebsocket({ params: { url }, reconnectTimeout: backoff({ max: 60000 }) })
 */
export function backoff(options: BackoffOptions = {}): (context: ReconnectContext) => number {
  const { min = 1000, max = 30000, factor = 2 } = options;
  // 0 times infinity is not a number.
  return (context) => Math.random() * (Math.min(max, min * factor ** (context.attempt - 1)) || 0);
}
