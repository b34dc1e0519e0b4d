import { callUser } from '../common/guard';
import { checked } from '../common/kind';
import type { CloseEvent, ReconnectContext, ResolvedOptions } from '../types';

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
export function mayRetry(retrying: Retrying, close: CloseEvent): boolean {
  const { repeatLimit, shouldReconnect } = retrying.options;
  return (repeatLimit === null || retrying.retries < repeatLimit) && !!callUser(shouldReconnect, close, true);
}

/** The pause before the next attempt, in milliseconds. */
export function pauseAfter(retrying: Retrying, close: CloseEvent): number {
  const { reconnectTimeout } = retrying.options;
  if (typeof reconnectTimeout === 'number') return reconnectTimeout;
  const elapsed = Math.max(0, Date.now() - retrying.lostAt);
  return callUser(
    (context: ReconnectContext) => checked('reconnectTimeout()', 'a number from 0', reconnectTimeout(context)),
    { attempt: retrying.retries + 1, elapsed, close },
    DEFAULT_PAUSE,
  );
}
