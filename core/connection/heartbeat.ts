import { hasHeartbeat } from './options';
import { clear, type Outbox, ping, type Trust } from './outbox';
import { schedule, type TimerOwner } from '../common/timer';
import type { ResolvedOptions } from '../types';

/** A timer later than this was suspended with the app, so its lateness says nothing about the link. Milliseconds. */
const LATE = 500;

/** The connection whose link is watched. */
export interface HeartbeatOwner extends TimerOwner {
  readonly options: ResolvedOptions;
  readonly listeners: HeartbeatListeners;
  readonly outbox: Outbox;
  /** The task that shows the `latency`. */
  readonly task: { latency: number | null };
  /** The time of the last message or ping that went out; kept for `pingEvery` alone. */
  sentAt: number;
}

export interface HeartbeatListeners {
  /** The link has been open for `minUptime`. */
  lasted(owner: HeartbeatOwner): void;
  /** The link is dead. */
  dead(owner: HeartbeatOwner): void;
}

/**
 * Finds one link that is silently dead: pings a silent server, and waits for anything at all to come back.
 *
 *     sure ── silence ──▶ asked ── silence for pongTimeout ───────────▶ dead
 *      ▲ │                  │ │                                          ▲
 *      │ └─ a ground ─▶ suspect ── silence for probeTimeout ─────────────┤
 *      │                 │    └── slept ──▶ one more round ── silence ───┘
 *      └── any message ──┘
 *
 * Every ground to doubt the link comes in through `suspect`. A suspect link is pinged at once, and carries nothing else
 * until the server speaks. One timer serves all of it, and looks at the time when it fires.
 */
export interface Heartbeat extends Trust {
  readonly owner: HeartbeatOwner;
  /** The opening of the link took so long: a probe waits no shorter. */
  readonly openingTook: number;
  isAwaiting: boolean;
  /** The app or the network is back, and no message shows yet that the link is alive since. */
  isBack: boolean;
  /** The app slept through a round: there is one more, and no third. */
  hasSlept: boolean;
  isLastMoment: boolean;
  /** The time by which the answer must be there. */
  deadline: number;
  /** The time of the last message of the server, or of the opening. */
  heardAt: number;
  pingedAt: number;
  /** The rest of `minUptime`, by timers that fired: the clock may be set. */
  unproven: number;
  /** The delay of the pending timer, and the time at which it should fire. */
  pause: number;
  due: number;
}

/** The heartbeat of a link that has just opened, after so many milliseconds. */
export function startHeartbeat(owner: HeartbeatOwner, openingTook: number): Heartbeat {
  const now = Date.now();
  owner.sentAt = now;
  const heartbeat: Heartbeat = {
    owner,
    openingTook,
    isAwaiting: false,
    isSuspect: false,
    isBack: false,
    hasSlept: false,
    isLastMoment: false,
    deadline: 0,
    heardAt: now,
    pingedAt: 0,
    unproven: owner.options.minUptime,
    pause: 0,
    due: now,
  };
  wait(heartbeat, Infinity);
  return heartbeat;
}

/** The one timer is set anew. */
function wait(heartbeat: Heartbeat, ms: number): void {
  const { owner, due, pause } = heartbeat;
  const { pingTimeout, pingEvery } = owner.options;
  const now = Date.now();
  // Of the timer that is dropped, what has passed counts too.
  heartbeat.unproven -= Math.min(pause, Math.max(0, now - due + pause));
  const unsent = Math.max(0, owner.sentAt + pingEvery - now);
  const next = Math.min(ms, pingTimeout, pingEvery, unsent);
  heartbeat.pause = Math.min(hasHeartbeat(owner.options) ? next : Infinity, Math.max(0, heartbeat.unproven));
  heartbeat.due = now + heartbeat.pause;
  schedule(owner, heartbeat.pause, () => look(heartbeat));
}

/** The app slept, or the clock was set. */
function isLate(heartbeat: Heartbeat): boolean {
  const now = Date.now();
  return now < heartbeat.heardAt || now - heartbeat.due > LATE;
}

/** The timer fired. */
function look(heartbeat: Heartbeat): void {
  const { isAwaiting, isLastMoment, hasSlept, owner, pause } = heartbeat;
  const { pingTimeout, pingEvery } = owner.options;
  const wasLate = isLate(heartbeat);
  const now = Date.now();
  const silence = now - Math.max(heartbeat.heardAt, heartbeat.pingedAt);
  heartbeat.unproven -= pause;
  heartbeat.pause = 0;
  if (heartbeat.unproven <= 0) {
    heartbeat.unproven = Infinity;
    owner.listeners.lasted(owner);
  }
  if (!hasHeartbeat(owner.options)) wait(heartbeat, Infinity);
  else if (isLastMoment && (hasSlept || !wasLate)) owner.listeners.dead(owner);
  else if (wasLate) suspect(heartbeat, false);
  else if (now - owner.sentAt >= pingEvery) pingNow(heartbeat);
  // The last millisecond is waited for on its own: what the host had in its queue is delivered before it is over.
  else if (isAwaiting && now < heartbeat.deadline - 1) wait(heartbeat, heartbeat.deadline - 1 - now);
  else if (isAwaiting) lastMoment(heartbeat, 1);
  else if (silence >= pingTimeout) pingNow(heartbeat);
  else wait(heartbeat, pingTimeout - silence);
}

function lastMoment(heartbeat: Heartbeat, ms: number): void {
  heartbeat.isLastMoment = true;
  wait(heartbeat, ms);
}

/** One more ping does not extend the time of the one that is awaited. */
function pingNow(heartbeat: Heartbeat): void {
  const { isAwaiting, deadline, owner } = heartbeat;
  const now = Date.now();
  const latest = now + patience(heartbeat);
  heartbeat.deadline = isAwaiting ? Math.min(deadline, latest) : latest;
  heartbeat.isAwaiting = true;
  heartbeat.isLastMoment = false;
  owner.sentAt = now;
  wait(heartbeat, Math.max(0, heartbeat.deadline - 1 - now));
  askNow(heartbeat);
}

function askNow(heartbeat: Heartbeat): void {
  heartbeat.pingedAt = Date.now();
  ping(heartbeat.owner.outbox);
}

/** How long the answer may take. */
function patience({ owner, isSuspect, isBack, openingTook }: Heartbeat): number {
  const { probeTimeout, pongTimeout } = owner.options;
  return isSuspect || isBack
    ? Math.min(Math.max(probeTimeout, 2 * owner.task.latency!, openingTook), pongTimeout)
    : pongTimeout;
}

/**
 * Doubts the link: it is pinged at once, and dead if nothing comes in time.
 *
 * @param isReturn the app or the network is back
 */
export function suspect(heartbeat: Heartbeat, isReturn: boolean): void {
  const { isAwaiting, isSuspect, hasSlept, isLastMoment } = heartbeat;
  const wasLate = isLate(heartbeat);
  heartbeat.isBack = heartbeat.isBack || isReturn;
  heartbeat.isSuspect = true;
  if (isAwaiting && wasLate && hasSlept) {
    if (!isLastMoment) lastMoment(heartbeat, LATE);
  } else if (!isAwaiting || !isSuspect || wasLate) {
    heartbeat.hasSlept = isAwaiting && wasLate;
    if (wasLate || isReturn) heartbeat.isAwaiting = false;
    pingNow(heartbeat);
    return;
  }
  // A ping from the background may have been refused for that alone.
  if (isReturn) askNow(heartbeat);
}

/** The host refused the ping for a reason that says nothing: no answer is waited for. */
export function unasked(heartbeat: Heartbeat): void {
  heartbeat.isAwaiting = heartbeat.isLastMoment = false;
}

/**
 * Something came from the server; answers whether it shows that the link is alive now. The pending timer is left alone:
 * it looks at the time when it fires.
 */
export function heard(heartbeat: Heartbeat): boolean {
  const { owner, isSuspect, isBack } = heartbeat;
  const now = Date.now();
  if (heartbeat.isAwaiting) owner.task.latency = Math.max(0, now - heartbeat.pingedAt);
  heartbeat.isAwaiting = heartbeat.isLastMoment = heartbeat.hasSlept = false;
  heartbeat.heardAt = now;
  if (!isSuspect) {
    heartbeat.isBack = false;
    return true;
  }
  heartbeat.isSuspect = false;
  // The message may have waited in the host; the answer to one more ping has not.
  if (isBack) pingNow(heartbeat);
  clear(owner.outbox);
  return !isBack;
}
