import type { Schedule } from './timer';
import type { ResolvedOptions } from './types';

/** A timer later than this was suspended with the app, so its lateness says nothing about the link. Milliseconds. */
const LATE = 500;

export interface Heartbeat {
  start(): void;
  /** Something came from the server. The pending timer is left alone: it looks at the time when it fires. */
  seen(): void;
  /** Pings at once, if there is a heartbeat; the link is dead if nothing comes within `pongTimeout`. */
  probe(): boolean;
}

/**
 * Finds a link that is silently dead: pings a silent server, and waits for anything at all to come back. What that takes
 * is the task's `latency`.
 */
export function createHeartbeat(
  options: ResolvedOptions,
  task: any,
  schedule: Schedule,
  ping: () => boolean,
  dead: () => void,
): Heartbeat {
  const pingTimeout = options.pingTimeout || Infinity;
  let isAwaiting = false;
  let isLastMoment = false;
  /** When the awaited ping went out, else when the link was last seen alive. */
  let since: number;
  let pingedAt: number;
  /** When the pending timer should fire. */
  let due: number;

  function wait(ms: number): void {
    due = Date.now() + Math.min(ms, pingTimeout);
    schedule(Math.min(ms, pingTimeout), check);
  }

  function isLate(): boolean {
    return Date.now() - due >= Math.min(options.pongTimeout, LATE);
  }

  function check(): void {
    // Less than nothing has elapsed when the clock was set back.
    const elapsed = Date.now() - since;
    // The last millisecond is waited for on its own: what the host had in its queue is delivered before it is over.
    const limit = isAwaiting ? options.pongTimeout - 1 : pingTimeout;
    if (elapsed < 0 || (isAwaiting && isLate())) probe();
    else if (elapsed < limit) wait(limit - elapsed);
    else if (!isAwaiting) probe();
    else if (isLastMoment) dead();
    else {
      isLastMoment = true;
      wait(1);
    }
  }

  function probe(): boolean {
    if (pingTimeout === Infinity) return false;
    const now = Date.now();
    // A pong that is awaited already is awaited no longer than before, unless the app was asleep.
    if (!isAwaiting || now < since || isLate()) {
      since = now;
      wait(options.pongTimeout - 1);
      isLastMoment = false;
      isAwaiting = true;
    }
    pingedAt = now;
    if (!ping()) isAwaiting = false;
    return true;
  }

  function seen(): void {
    const now = Date.now();
    if (isAwaiting) task.latency = Math.max(0, now - pingedAt);
    isAwaiting = false;
    since = now;
  }

  function start(): void {
    isAwaiting = false;
    seen();
    wait(pingTimeout);
  }

  return { start, seen, probe };
}
