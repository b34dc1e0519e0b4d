import { schedule, type Timed } from '../common/timer';
import type { ResolvedOptions } from '../types';

/** A timer later than this was suspended with the app, so its lateness says nothing about the link. Milliseconds. */
const LATE = 500;

/**
 * Finds a link that is silently dead: pings a silent server, and waits for anything at all to come back. What that takes
 * is the task's `latency`.
 */
export interface Heartbeat extends Timed {
  readonly options: ResolvedOptions;
  readonly task: any;
  readonly listeners: HeartbeatListeners;
  isAwaiting: boolean;
  isLastMoment: boolean;
  /** When the awaited ping went out, else when the link was last seen alive. */
  since: number;
  pingedAt: number;
  /** When the pending timer should fire. */
  due: number;
}

/** What a heartbeat asks of the link. */
export interface HeartbeatListeners {
  /** Sends a ping; says whether it was handed to the host. */
  ping(heartbeat: Heartbeat): boolean;
  /** The link is dead. */
  dead(heartbeat: Heartbeat): void;
}

function interval(heartbeat: Heartbeat): number {
  return heartbeat.options.pingTimeout || Infinity;
}

function wait(heartbeat: Heartbeat, ms: number): void {
  const pause = Math.min(ms, interval(heartbeat));
  heartbeat.due = Date.now() + pause;
  schedule(heartbeat, pause, () => check(heartbeat));
}

function isLate(heartbeat: Heartbeat): boolean {
  return Date.now() - heartbeat.due > Math.min(heartbeat.options.pongTimeout, LATE);
}

function check(heartbeat: Heartbeat): void {
  const { isAwaiting } = heartbeat;
  // Less than nothing has elapsed when the clock was set back.
  const elapsed = Date.now() - heartbeat.since;
  // The last millisecond is waited for on its own: what the host had in its queue is delivered before it is over.
  const limit = isAwaiting ? heartbeat.options.pongTimeout - 1 : interval(heartbeat);
  if (elapsed < 0 || (isAwaiting && isLate(heartbeat))) probe(heartbeat);
  else if (elapsed < limit) wait(heartbeat, limit - elapsed);
  else if (!isAwaiting) probe(heartbeat);
  else if (heartbeat.isLastMoment) heartbeat.listeners.dead(heartbeat);
  else {
    heartbeat.isLastMoment = true;
    wait(heartbeat, 1);
  }
}

/**
 * Pings at once, if there is a heartbeat; the link is dead if nothing comes within `pongTimeout`.
 *
 * @param wasAway the app was in the background, so a pong that is awaited may be waiting to be heard
 */
export function probe(heartbeat: Heartbeat, wasAway?: boolean): boolean {
  if (interval(heartbeat) === Infinity) return false;
  const now = Date.now();
  // A pong that is awaited already is awaited no longer than before, unless the app was asleep.
  if (wasAway || !heartbeat.isAwaiting || now < heartbeat.since || isLate(heartbeat)) {
    heartbeat.since = now;
    wait(heartbeat, heartbeat.options.pongTimeout - 1);
    heartbeat.isLastMoment = false;
    heartbeat.isAwaiting = true;
  }
  heartbeat.pingedAt = now;
  if (!heartbeat.listeners.ping(heartbeat)) heartbeat.isAwaiting = false;
  return true;
}

/** Something came from the server. The pending timer is left alone: it looks at the time when it fires. */
export function seen(heartbeat: Heartbeat): void {
  const now = Date.now();
  if (heartbeat.isAwaiting) heartbeat.task.latency = Math.max(0, now - heartbeat.pingedAt);
  heartbeat.isAwaiting = false;
  heartbeat.since = now;
}

/** The link is open. */
export function startHeartbeat(heartbeat: Heartbeat): void {
  heartbeat.isAwaiting = false;
  seen(heartbeat);
  wait(heartbeat, interval(heartbeat));
}
