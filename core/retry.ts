import { callUser } from './guard';
import { checked } from './kind';
import type { CloseEvent, ReconnectContext, ResolvedOptions } from './types';

/** When `reconnectTimeout()` gives no pause. Milliseconds. */
const DEFAULT_PAUSE = 2000;

/** What the decision about another attempt rests on. */
export interface Retrying {
  readonly options: ResolvedOptions;
  /** Attempts since the link was lost. */
  retries: number;
  lostAt: number;
}

/** Whether an attempt that ended is followed by another. */
export function mayRetry({ options, retries }: Retrying, close: CloseEvent): boolean {
  return (
    (options.repeatLimit === null || retries < options.repeatLimit) && !!callUser(options.shouldReconnect, close, true)
  );
}

/** The pause before the next attempt, in milliseconds. */
export function pauseAfter({ options, retries, lostAt }: Retrying, close: CloseEvent): number {
  const { reconnectTimeout } = options;
  if (typeof reconnectTimeout === 'number') return reconnectTimeout;
  const elapsed = Math.max(0, Date.now() - lostAt);
  return callUser(
    (context: ReconnectContext) => checked('reconnectTimeout()', 'a number from 0', reconnectTimeout(context)),
    { attempt: retries + 1, elapsed, close },
    DEFAULT_PAUSE,
  );
}
