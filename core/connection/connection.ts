import { createEvents, deliver, type Events, emit, post } from './events';
import {
  type Heartbeat,
  type HeartbeatListeners,
  type HeartbeatOwner,
  heard,
  startHeartbeat,
  suspect,
  unasked,
} from './heartbeat';
import { hasHeartbeat } from './options';
import {
  createOutbox,
  fail,
  flush,
  knock,
  type Outbox,
  type OutboxListeners,
  type OutboxOwner,
  takeLost,
} from './outbox';
import { dialWithParams, type ParamsOwner } from './params';
import { anew, count, createTrials, mayRetry, pauseAfter, type Trials } from './retry';
import { PREFIX } from '../common/check';
import { callUser } from '../common/guard';
import { schedule, type TimerOwner } from '../common/timer';
import { attend, type Hearer, type HearerListeners, type Keeper, keeperOf, type News } from '../host/keeper';
import { leaveLine } from '../host/line';
import { closeLink, createLink, failed, type Link, type LinkListeners, type LinkOwner, opened } from '../host/link';
import { type Raw, traits } from '../port';
import type { CloseCause, CloseEvent, ResolvedOptions, State, Task } from '../types';

/** The least pause while the host says that there is no network, which is sometimes wrong. Milliseconds. */
const OFFLINE_PAUSE = 30000;

/** An attempt that was under way while the app or the network was away for so long is not worth waiting for. Milliseconds. */
const STALE_AFTER = 1000;

/** The time after which a promised task is asked whether it is open. Milliseconds. */
const KNOCK_AFTER = 1000;

/** A task as we write it. */
export type Face = { -readonly [Name in keyof Task]: Task[Name] };

/**
 * A link that stays up.
 *
 *     connecting ── opened ──▶ open
 *      ▲      └──── ended ───┐  └──── ended ───┐
 *      │                     ▼                 ▼
 *      └──── pause over ── waiting   or   closed ── reconnect() ──▶ connecting
 *
 * A transition is complete before anyone hears of it, so every callback may call everything. The one timer of a
 * connection is the bound on the attempt, the heartbeat of the link, or the pause before the next attempt.
 */
export interface Connection extends LinkOwner, ParamsOwner, HeartbeatOwner, OutboxOwner, Hearer, TimerOwner {
  readonly options: ResolvedOptions;
  readonly keeper: Keeper;
  readonly listeners: LinkListeners & HeartbeatListeners & OutboxListeners & HearerListeners;
  readonly task: Face;
  readonly events: Events;
  outbox: Outbox;
  readonly trials: Trials;
  state: State;
  /** The attempt of the moment; null while waiting and once closed. */
  link: Link | null;
  /** Of the link, once it is open. */
  heartbeat: Heartbeat | null;
  /** The time at which the attempt of the moment began. */
  begunAt: number;
  /** The app or the network is back: if the link proves dead before it shows life, the next attempt comes at once. */
  isEager: boolean;
  /** The server was heard since a denied link was followed at once. */
  mayHurry: boolean;
}

export function createConnection(options: ResolvedOptions, task: Face): Connection {
  const connection: Connection = {
    options,
    keeper: keeperOf(options),
    listeners,
    task,
    events: createEvents(task),
    outbox: null as never,
    trials: createTrials(),
    state: 'connecting',
    isFirst: true,
    link: null,
    heartbeat: null,
    begunAt: 0,
    sentAt: 0,
    isEager: false,
    mayHurry: true,
    timer: null,
  };
  connection.outbox = createOutbox(connection);
  return connection;
}

function enter(connection: Connection, state: State): void {
  const previous = connection.state;
  connection.state = connection.task.state = state;
  if (previous !== state) post(connection.events, 'onState', { state, previous });
}

/** A transition is complete: whoever listens hears of it. */
function announce(connection: Connection, cause?: CloseCause, code?: number, delay?: number): void {
  const { options, state, trials, events } = connection;
  callUser(options.logger, { state, attempt: trials.count, cause, code, delay });
  deliver(events);
}

/** Whether the app and the network are heard. */
function attendTo(connection: Connection, isOn: boolean): void {
  if (connection.options.wake) attend(connection.keeper, connection, isOn);
}

/** Begins an attempt: the first of all, or the next. */
export function connect(connection: Connection): void {
  const { options, outbox } = connection;
  attendTo(connection, true);
  const link = createLink(connection);
  enter(connection, 'connecting');
  connection.link = link;
  connection.task.socketTask = null;
  connection.begunAt = Date.now();
  outbox.isClosed = false;
  schedule(connection, options.connectTimeout, () => end(connection, 'connect-timeout'));
  announce(connection);
  if (connection.link === link) dialWithParams(connection, link);
}

/** Drops the link, if there is one, or ends the wait, and connects with a fresh count. */
export function reconnect(connection: Connection): void {
  const { link, trials } = connection;
  if (link) {
    end(connection, 'replaced');
    // Whoever heard of it may have closed the task.
    if (connection.state === 'waiting') connect(connection);
  } else {
    anew(trials);
    trials.lostAt = null;
    connect(connection);
  }
}

/** The app or the network is back: someone is waiting in front of a screen. */
function back(connection: Connection, awaySince: number | null): void {
  const { link, trials, state, begunAt } = connection;
  const now = Date.now();
  anew(trials);
  connection.isEager = state !== 'connecting';
  if (link && link.giveUp) link.giveUp();
  else if (state === 'open') doubt(connection, true);
  else if (link && awaySince !== null && now - Math.max(awaySince, begunAt) >= STALE_AFTER) {
    end(connection, 'stale');
    connection.isEager = true;
  }
  if (connection.state === 'waiting') connect(connection);
}

/** Only pings go over a link that is in doubt, until the server speaks. False where nothing can be asked. */
function doubt(connection: Connection, isReturn: boolean): boolean {
  const { heartbeat, link, options } = connection;
  const canAsk = !!heartbeat && hasHeartbeat(options) && !link!.giveUp;
  if (canAsk) suspect(heartbeat, isReturn);
  return canAsk;
}

const listeners: Connection['listeners'] = {
  adopted(connection: Connection, socketTask) {
    connection.task.socketTask = socketTask;
  },
  /** @only givenHost */
  promised(connection: Connection) {
    const { link, outbox, options } = connection;
    if (!link || link.giveUp || !hasHeartbeat(options)) return;
    schedule(link, KNOCK_AFTER, () => {
      if (connection.state === 'connecting') knock(outbox, link, () => opened(link));
    });
  },
  opened(connection: Connection, raw) {
    const { events, outbox, begunAt, keeper } = connection;
    if (connection.state === 'open') return;
    if (traits.givenHost) schedule(connection.link!, Infinity);
    enter(connection, 'open');
    keeper.offlineAt = null;
    outbox.link = connection.link;
    connection.heartbeat = startHeartbeat(connection, Math.max(0, Date.now() - begunAt));
    post(events, 'onOpen', { raw });
    announce(connection);
    flush(outbox);
  },
  heard(connection: Connection) {
    const { heartbeat, keeper, link } = connection;
    keeper.offlineAt = null;
    if (link!.giveUp) return;
    connection.mayHurry = true;
    if (!heartbeat || heard(heartbeat)) connection.isEager = false;
  },
  received(connection: Connection, data, raw) {
    const { link, options, events } = connection;
    if (connection.state !== 'open') return;
    if (callUser(options.isPong, data) || connection.link !== link) return;
    emit(events, 'onMessage', { data, raw });
  },
  failed(connection: Connection, errMsg, raw) {
    schedule(connection, Infinity);
    emit(connection.events, 'onError', { errMsg, raw });
  },
  closed: end,
  doubted(connection: Connection) {
    return doubt(connection, false);
  },
  /** @only singleSocket */
  superseded(connection: Connection) {
    end(connection, 'superseded');
  },
  lasted(connection: Connection) {
    anew(connection.trials);
  },
  dead(connection: Connection) {
    end(connection, 'pong-timeout');
  },
  // Hosts refuse everything in the background; elsewhere a refusal is an answer.
  pingRefused(connection: Connection, error, isExcused) {
    const { heartbeat, link } = connection;
    if (isExcused) {
      unasked(heartbeat!);
    } else if (!link!.giveUp) {
      connection.isEager = connection.isEager || connection.mayHurry;
      connection.mayHurry = false;
      failed(link!, error, 'host');
    }
  },
  told(connection: Connection, news: News, since) {
    if (news === 'shown' || news === 'online') back(connection, since);
    else if (news === 'offline') doubt(connection, false);
  },
};

/** Ends the attempt of the moment, or the wait for one, and decides what comes next. */
export function end(connection: Connection, cause: CloseCause, code?: number, reason?: string, raw?: Raw): void {
  const { link, options, trials, keeper, state } = connection;
  const wasOpen = state === 'open';
  const isAgain = /replaced|stale/.test(cause);
  const event: CloseEvent = { code: code || 1006, reason: reason || '', cause, wasOpen, willReconnect: isAgain, raw };
  let delay = 0;
  connection.outbox.link = null;
  if (link) closeLink(link, cause === 'user' ? event.code : 1000, cause === 'user' ? event.reason : cause);
  // A host may report the close at once, to listeners of the application that do as those who are asked below.
  if (connection.link !== link) return;

  if (isAgain) anew(trials);
  else count(trials, wasOpen, options.wake && (keeper.hiddenAt !== null || keeper.offlineAt !== null));
  if (cause === 'replaced') trials.lostAt = null;
  if (/host|timeout|params/.test(cause)) {
    event.willReconnect = mayRetry(trials, options, event);
    if (event.willReconnect && connection.link === link) delay = pause(connection, event);
  }
  // Whoever was asked may have called close() or reconnect(), and so ended this attempt already.
  if (connection.link === link) leave(connection, event, delay);
}

/** The pause before the next attempt; none where someone is waiting and the link was open. */
function pause({ isEager, trials, options, keeper }: Connection, event: CloseEvent): number {
  const delay = event.wasOpen && isEager ? 0 : pauseAfter(trials, options, event);
  return options.wake && keeper.offlineAt !== null ? Math.max(delay, OFFLINE_PAUSE) : delay;
}

/** Goes on to what was decided, and tells it. */
function leave(connection: Connection, event: CloseEvent, delay: number): void {
  const { events, outbox, trials } = connection;
  const { cause, code, willReconnect } = event;
  const isAgain = /replaced|stale/.test(cause);
  connection.link = connection.heartbeat = null;
  connection.isEager = false;
  enter(connection, willReconnect ? 'waiting' : 'closed');
  post(events, 'onClose', event);
  if (willReconnect) {
    schedule(connection, delay, () => connect(connection));
    if (!isAgain) trials.count++;
    post(events, 'onReconnect', { attempt: trials.count, delay, cause });
  } else {
    outbox.isClosed = true;
    schedule(connection, Infinity);
    attendTo(connection, false);
    if (traits.singleSocket) leaveLine(connection.keeper.line, connection);
  }
  const lost = takeLost(outbox);
  announce(connection, cause, code, delay);
  lost.forEach((message) => {
    fail(message, { errMsg: PREFIX + (connection.state === 'closed' ? 'task closed' : 'link lost') });
  });
}
