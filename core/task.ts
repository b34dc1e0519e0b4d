import { createEvents } from './events';
import { callUser, ignore } from './guard';
import { createHeartbeat } from './heartbeat';
import { checked, PREFIX } from './kind';
import { leaveLine } from './line';
import { createLink, type Link, type LinkListeners } from './link';
import { fail, type Outgoing, settle, toHostData, toOutgoing } from './message';
import { readCode, readData, readError, readReason, toText } from './payload';
import { traits } from './platform';
import { createTimer } from './timer';
import type {
  CloseCause,
  CloseEvent,
  CloseOptions,
  Message,
  ReconnectContext,
  ResolvedOptions,
  Sendable,
  State,
  Task,
} from './types';
import { createWake } from './wake';

/** How long a host that reported an error has to say with which code it closed. Milliseconds. */
const CLOSE_GRACE = 200;

/** When `reconnectTimeout()` gives no pause. Milliseconds. */
const DEFAULT_PAUSE = 2000;

/** Causes after which there is nothing to ask. */
const DECIDED = /user|replaced|superseded/;

/**
 * The state machine of a link that stays up.
 *
 *     connecting ── opened ──▶ open
 *      ▲      └──── ended ───┐  └──── ended ───┐
 *      │                     ▼                 ▼
 *      └──── pause over ── waiting   or   closed ── reconnect() ──▶ connecting
 *
 * A transition is complete before anyone hears of it, so every callback may call everything. At any moment one timer
 * at most is pending: the bound on the attempt, the heartbeat of the link, or the pause before the next attempt.
 */
export function createTask(options: ResolvedOptions): Task {
  let state: State = 'connecting';
  let link: Link | null = null;
  let isFirst = true;
  /** Set once an attempt has failed or is ending; where it waits for the host's close, ends the wait. */
  let giveUp: (() => void) | null = null;
  let retries = 0;
  let openedAt: number;
  let lostAt: number;
  let queue: Outgoing[] = [];
  let inFlight: Outgoing[] = [];
  let thinAt = 16;

  const task: any = {
    onOpen: null,
    onMessage: null,
    onError: null,
    onClose: null,
    onReconnect: null,
    on: null,
    send,
    close,
    reconnect,
    state,
    socketTask: null,
    opts: options,
    latency: null,
  };
  const schedule = createTimer();
  const events = createEvents(task);
  const heartbeat = createHeartbeat(options, task, schedule, ping, () => end('pong-timeout'));
  const listen = createWake(options, wake);

  /** Makes sure of the link: one that is lost is tried at once, one that is open answers a ping or is dead. */
  function wake(): void {
    if (giveUp) giveUp();
    if (state === 'waiting') connect();
    else if (isReady()) heartbeat.probe();
  }

  function connect(): void {
    const next = createLink(options, retries, isFirst, listeners);
    state = task.state = 'connecting';
    link = next;
    task.socketTask = null;
    isFirst = false;
    schedule(options.connectTimeout, () => end('connect-timeout'));
    log();
    if (link === next) next.open();
  }

  const listeners: LinkListeners = {
    adopted(socketTask) {
      task.socketTask = socketTask;
    },
    opened(raw) {
      if (state === 'open' || giveUp) return;
      state = task.state = 'open';
      openedAt = Date.now();
      heartbeat.start();
      events.post('onOpen', { raw });
      log();
      events.deliver();
      flush();
    },
    received(raw) {
      const data = readData(raw);
      const current = link;
      if (data === undefined) return;
      // Who receives is connected, whether or not the host has said so.
      listeners.opened(undefined);
      if (link !== current || state !== 'open') return;
      heartbeat.seen();
      if (callUser(options.isPong, data) || link !== current) return;
      events.emit('onMessage', { data, raw });
    },
    // Hosts differ in whether a close follows an error: it is waited for, to know the real code.
    failed(raw) {
      failing(raw, 'host', CLOSE_GRACE);
    },
    lackedParams(error) {
      failing(error, 'params', 0);
    },
    closed(raw) {
      end('host', readCode(raw), readReason(raw), raw);
    },
    // Without a heartbeat nothing would ever find the link dead, and after an error there is little to doubt.
    doubted(raw) {
      if (giveUp || !heartbeat.probe()) listeners.closed(raw);
    },
    superseded() {
      if (state !== 'closed') end('superseded');
    },
  };

  function failing(raw: any, cause: CloseCause, grace: number): void {
    if (!giveUp) {
      giveUp = () => end(cause, 1006, '', raw);
      schedule(grace, giveUp);
    }
    events.emit('onError', { errMsg: readError(raw), raw });
  }

  /** Ends the attempt of the moment, or the wait for one, and decides what comes next. */
  function end(cause: CloseCause, code = 1006, reason = '', raw?: any): void {
    const ending = link;
    const wasOpen = state === 'open';
    const now = Date.now();
    const event: CloseEvent = { code, reason, cause, wasOpen, willReconnect: cause === 'replaced', raw };
    let delay = 0;
    if (ending) ending.close(cause === 'user' ? code : 1000, cause === 'user' ? reason : cause);

    giveUp = giveUp || ignore;

    if (event.willReconnect || (wasOpen && now - openedAt >= options.minUptime)) retries = 0;
    if (wasOpen || !retries) lostAt = now;
    if (!DECIDED.test(cause)) {
      event.willReconnect =
        (options.repeatLimit === null || retries < options.repeatLimit) &&
        !!callUser(options.shouldReconnect, event, true);
      if (event.willReconnect && link === ending) delay = pauseAfter(event);
    }
    // Whoever was asked may have called close() or reconnect(), and so ended this attempt already.
    if (link !== ending) return;

    let lost = inFlight;
    inFlight = [];
    link = giveUp = null;
    events.post('onClose', event);
    if (event.willReconnect) {
      state = task.state = 'waiting';
      schedule(delay, connect);
      events.post('onReconnect', { attempt: ++retries, delay, cause });
    } else {
      state = task.state = 'closed';
      schedule(Infinity);
      listen(false);
      if (traits.singleSocket) leaveLine(options);
      lost = lost.concat(queue);
      queue = [];
    }
    log(cause, code, delay);
    events.deliver();
    lost.forEach((message) => {
      fail(message, PREFIX + (state === 'closed' ? 'task closed' : 'link lost'));
    });
  }

  function pauseAfter(close: CloseEvent): number {
    const { reconnectTimeout } = options;
    if (typeof reconnectTimeout === 'number') return reconnectTimeout;
    const elapsed = Math.max(0, Date.now() - lostAt);
    return callUser(
      (context: ReconnectContext) => checked('reconnectTimeout()', 'a number from 0', reconnectTimeout(context)),
      { attempt: retries + 1, elapsed, close },
      DEFAULT_PAUSE,
    );
  }

  function isReady(): boolean {
    return state === 'open' && !giveUp;
  }

  function handOver(message: Outgoing): boolean {
    // Those that are settled are thinned out now and then, so that a burst costs no more than its length.
    if (message.sender && inFlight.push(message) > thinAt) {
      inFlight = inFlight.filter((other) => other.sender);
      thinAt = 2 * inFlight.length + 16;
    }
    link!.send(message);
    return true;
  }

  function flush(): void {
    while (queue.length && isReady()) handOver(queue.shift()!);
  }

  function send(given: Message | Sendable): boolean {
    const message = toOutgoing(given);
    if (!message) return false;
    flush();
    if (isReady()) return handOver(message);
    queue.push(message);
    if (state === 'closed' || queue.length > options.queueLimit) {
      fail(queue.shift()!, PREFIX + (state === 'closed' ? 'task closed' : 'queue full'));
    }
    return false;
  }

  function ping(): boolean {
    const { pingMsg } = options;
    const data = callUser(() =>
      typeof pingMsg === 'function' ? checked('pingMsg()', 'a string or bytes', pingMsg()) : pingMsg,
    );
    return data !== undefined && isReady() && handOver({ data: toHostData(data) });
  }

  function close(given?: CloseOptions): void {
    const { code, reason } = given || ({} as CloseOptions);
    if (state !== 'closed') end('user', toCloseCode(code), toReason(reason));
    events.release();
    settle({ data: '', sender: given }, 'success', { errMsg: 'close:ok' });
  }

  function reconnect(): void {
    if (state === 'closed') {
      retries = 0;
      listen(true);
      connect();
    } else if (link) end('replaced');
    if (state === 'waiting') connect();
  }

  function log(cause?: CloseCause, code?: number, delay?: number): void {
    callUser(options.logger, { state, attempt: retries, cause, code, delay });
  }

  task.on = events.on;
  listen(true);
  connect();
  // Handlers set in `.then()` or after `await` miss nothing: these hops take as long as theirs on any kind of Promise.
  Promise.resolve().then().then().then().then().then().then(events.release);
  return task;
}

/** Hosts refuse every other code, and then do not close. */
function toCloseCode(code: any): number {
  return code >= 3000 && code < 5000 && code % 1 === 0 ? +code : 1000;
}

/** At most 123 bytes of UTF-8, which is what a close frame holds; outside ASCII a code unit takes three at most. */
function toReason(reason: any): string {
  let cut = toText(reason).slice(0, 123);
  while (cut.replace(/[^ -~]/g, '---').length > 123) cut = cut.slice(0, -1);
  return cut;
}
