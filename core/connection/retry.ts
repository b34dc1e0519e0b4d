import { checked } from '../common/check';
import { callUser } from '../common/guard';
import type { CloseEvent, ReconnectContext, ResolvedOptions } from '../types';

/** The pause where `reconnectTimeout()` gives none. Milliseconds. */
const DEFAULT_PAUSE = 2000;

/** The attempts since the link was lost. */
export interface Trials {
  count: number;
  /** Attempts that ended while the app was hidden or the network was gone. */
  forgiven: number;
  /** The time at which the link was lost. */
  lostAt: number | null;
}

export function createTrials(): Trials {
  return { count: 0, forgiven: 0, lostAt: null };
}

/** The count starts again. */
export function anew(trials: Trials): void {
  trials.count = trials.forgiven = 0;
}

/** An attempt has ended. */
export function count(trials: Trials, wasOpen: boolean, isForgiven: boolean): void {
  if (wasOpen || trials.lostAt === null) trials.lostAt = Date.now();
  if (trials.count && isForgiven) trials.forgiven++;
}

/** Whether an attempt that ended is followed by another. */
export function mayRetry(trials: Trials, options: ResolvedOptions, close: CloseEvent): boolean {
  const { repeatLimit, shouldReconnect } = options;
  const isSpent = repeatLimit !== null && trials.count - trials.forgiven >= repeatLimit;
  return !isSpent && !!callUser(shouldReconnect, close, true);
}

/** The pause before the next attempt, in milliseconds. */
export function pauseAfter(trials: Trials, options: ResolvedOptions, close: CloseEvent): number {
  const { reconnectTimeout } = options;
  if (typeof reconnectTimeout === 'number') return reconnectTimeout;
  const elapsed = Math.max(0, Date.now() - trials.lostAt!);
  return callUser(
    (context: ReconnectContext) => checked('reconnectTimeout()', 'a number from 0', reconnectTimeout(context)),
    { attempt: trials.count + 1, elapsed, close },
    DEFAULT_PAUSE,
  );
}
