import { type Connection, connect, end, listeners } from './connection';
import { addHandler, release } from './events';
import { send } from './outbox';
import { settle } from '../host/message';
import { toText } from '../host/payload';
import { listen } from '../host/wake';
import type { CloseOptions, ResolvedOptions, Task } from '../types';

/** A connection, and the task that is its face. */
export function createTask(options: ResolvedOptions): Task {
  const task: any = {
    onOpen: null,
    onMessage: null,
    onError: null,
    onClose: null,
    onReconnect: null,
    on: (type: any, handler: any) => addHandler(connection, type, handler),
    send: (message: any) => send(connection, message),
    close: (given?: CloseOptions) => close(connection, given),
    reconnect: () => reconnect(connection),
    state: 'connecting',
    socketTask: null,
    opts: options,
    latency: null,
  };
  const connection: Connection = {
    options,
    task,
    listeners,
    onShow: null,
    onNetwork: null,
    state: 'connecting',
    link: null,
    isFirst: true,
    giveUp: null,
    retries: 0,
    openedAt: 0,
    lostAt: 0,
    timer: null,
    isAwaiting: false,
    isLastMoment: false,
    since: 0,
    pingedAt: 0,
    due: 0,
    queue: [],
    inFlight: [],
    thinAt: 16,
    added: {},
    posted: [],
    event: null,
    handlers: [],
    isHeld: true,
  };
  listen(connection, true);
  connect(connection);
  // Handlers set in `.then()` or after `await` miss nothing: these hops take as long as theirs on any kind of Promise.
  Promise.resolve()
    .then()
    .then()
    .then()
    .then()
    .then()
    .then(() => release(connection));
  return task;
}

function close(connection: Connection, given?: CloseOptions): void {
  const { code, reason } = given || ({} as CloseOptions);
  if (connection.state !== 'closed') end(connection, 'user', toCloseCode(code), toReason(reason));
  release(connection);
  settle({ data: '', sender: given }, 'success', { errMsg: 'close:ok' });
}

function reconnect(connection: Connection): void {
  if (connection.state === 'closed') {
    connection.retries = 0;
    listen(connection, true);
    connect(connection);
  } else if (connection.link) end(connection, 'replaced');
  if (connection.state === 'waiting') connect(connection);
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
