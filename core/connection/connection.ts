import { deliver, type Events, emit, post } from './events';
import { type Heartbeat, type HeartbeatListeners, probe, seen, startHeartbeat } from './heartbeat';
import { flush, isReady, type Outbox, ping, takeLost } from './outbox';
import { mayRetry, pauseAfter, type Retrying } from './retry';
import { callUser, ignore } from '../common/guard';
import { PREFIX } from '../common/kind';
import { schedule } from '../common/timer';
import { leaveLine } from '../host/line';
import { closeLink, createLink, type Link, type LinkListeners, type LinkOwner, openLink } from '../host/link';
import { fail } from '../host/message';
import { readCode, readData, readError, readReason } from '../host/payload';
import { listen, type Wakeful, type WakeListeners } from '../host/wake';
import { traits } from '../port';
import type { CloseCause, CloseEvent, State } from '../types';

/** How long a host that reported an error has to say with which code it closed. Milliseconds. */
const CLOSE_GRACE = 200;

/** Causes after which there is nothing to ask. */
const DECIDED = /user|replaced|superseded/;

/**
 * The state of a link that stays up.
 *
 *     connecting ── opened ──▶ open
 *      ▲      └──── ended ───┐  └──── ended ───┐
 *      │                     ▼                 ▼
 *      └──── pause over ── waiting   or   closed ── reconnect() ──▶ connecting
 *
 * A transition is complete before anyone hears of it, so every callback may call everything. At any moment one timer
 * at most is pending: the bound on the attempt, the heartbeat of the link, or the pause before the next attempt.
 */
export interface Connection extends Events, Heartbeat, LinkOwner, Outbox, Retrying, Wakeful {
  readonly listeners: LinkListeners & HeartbeatListeners & WakeListeners;
  state: State;
  retries: number;
  /** The attempt of the moment; null while waiting and once closed. */
  link: Link | null;
  isFirst: boolean;
  /** Set once an attempt has failed or is ending; where it waits for the host's close, ends the wait. */
  giveUp: (() => void) | null;
  openedAt: number;
}

function enter(connection: Connection, state: State): void {
  connection.state = connection.task.state = state;
}

function log(connection: Connection, cause?: CloseCause, code?: number, delay?: number): void {
  const { options, state, retries } = connection;
  callUser(options.logger, { state, attempt: retries, cause, code, delay });
}

export function connect(connection: Connection): void {
  const link = createLink(connection, connection.isFirst);
  enter(connection, 'connecting');
  connection.link = link;
  connection.task.socketTask = null;
  connection.isFirst = false;
  schedule(connection, connection.options.connectTimeout, () => end(connection, 'connect-timeout'));
  log(connection);
  if (connection.link === link) openLink(link);
}

export const listeners: Connection['listeners'] = {
  adopted(connection: Connection, socketTask) {
    connection.task.socketTask = socketTask;
  },
  opened,
  received,
  ping(connection: Connection) {
    return ping(connection);
  },
  dead(connection: Connection) {
    end(connection, 'pong-timeout');
  },
  // One that is lost is tried at once, one that is open answers a ping or is dead.
  wake(connection: Connection, wasAway) {
    if (connection.giveUp) connection.giveUp();
    if (connection.state === 'waiting') connect(connection);
    else if (isReady(connection)) probe(connection, wasAway);
  },
  // Hosts differ in whether a close follows an error: it is waited for, to know the real code.
  failed(connection: Connection, raw, cause) {
    if (!connection.giveUp) {
      connection.giveUp = () => end(connection, cause, 1006, '', raw);
      schedule(connection, cause === 'params' ? 0 : CLOSE_GRACE, connection.giveUp);
    }
    emit(connection, 'onError', { errMsg: readError(raw), raw });
  },
  closed(connection: Connection, raw, cause, isDoubted) {
    // Without a heartbeat nothing would ever find the link dead, and after an error there is little to doubt.
    if (traits.singleSocket && isDoubted && !connection.giveUp && probe(connection)) return;
    end(connection, cause, readCode(raw), readReason(raw), raw);
  },
};

function opened(connection: Connection, raw?: any): void {
  if (connection.state === 'open' || connection.giveUp) return;
  enter(connection, 'open');
  connection.openedAt = Date.now();
  startHeartbeat(connection);
  post(connection, 'onOpen', { raw });
  log(connection);
  deliver(connection);
  flush(connection);
}

function received(connection: Connection, raw: any): void {
  const data = readData(raw);
  const { link, options } = connection;
  if (data === undefined) return;
  // Who receives is connected, whether or not the host has said so.
  opened(connection);
  if (connection.link !== link || connection.state !== 'open') return;
  seen(connection);
  if (callUser(options.isPong, data) || connection.link !== link) return;
  emit(connection, 'onMessage', { data, raw });
}

/** Ends the attempt of the moment, or the wait for one, and decides what comes next. */
export function end(connection: Connection, cause: CloseCause, code = 1006, reason = '', raw?: any): void {
  const { link, options } = connection;
  const wasOpen = connection.state === 'open';
  const now = Date.now();
  const event: CloseEvent = { code, reason, cause, wasOpen, willReconnect: cause === 'replaced', raw };
  let delay = 0;
  connection.giveUp = connection.giveUp || ignore;
  if (link) closeLink(link, cause === 'user' ? code : 1000, cause === 'user' ? reason : cause);
  // A host may report the close at once, to listeners of the application that do as those who are asked below.
  if (connection.link !== link) return;

  if (event.willReconnect || (wasOpen && now - connection.openedAt >= options.minUptime)) connection.retries = 0;
  if (wasOpen || !connection.retries) connection.lostAt = now;
  if (!DECIDED.test(cause)) {
    event.willReconnect = mayRetry(connection, event);
    if (event.willReconnect && connection.link === link) delay = pauseAfter(connection, event);
  }
  // Whoever was asked may have called close() or reconnect(), and so ended this attempt already.
  if (connection.link === link) leave(connection, event, delay);
}

/** Goes on to what was decided, and tells it. */
function leave(connection: Connection, event: CloseEvent, delay: number): void {
  const { cause, code, willReconnect } = event;
  connection.link = connection.giveUp = null;
  post(connection, 'onClose', event);
  if (willReconnect) {
    enter(connection, 'waiting');
    schedule(connection, delay, () => connect(connection));
    post(connection, 'onReconnect', { attempt: ++connection.retries, delay, cause });
  } else {
    enter(connection, 'closed');
    schedule(connection, Infinity);
    listen(connection, false);
    if (traits.singleSocket) leaveLine(connection.options);
  }
  const lost = takeLost(connection);
  log(connection, cause, code, delay);
  deliver(connection);
  lost.forEach((message) => {
    fail(message, PREFIX + (connection.state === 'closed' ? 'task closed' : 'link lost'));
  });
}
