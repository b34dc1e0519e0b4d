import { type Connection, connect, createConnection, end, type Face, reconnect } from './connection';
import { addHandler, release } from './events';
import { send } from './outbox';
import { settle } from '../host/message';
import { toText } from '../host/read';
import type { CloseOptions, ResolvedOptions, Task } from '../types';

/** A connection, and the task that is its face. */
export function createTask(options: ResolvedOptions): Task {
  const task: Face = {
    onOpen: null,
    onMessage: null,
    onError: null,
    onClose: null,
    onReconnect: null,
    on: (type, handler) => addHandler(connection.events, type, handler),
    send: (message) => send(connection.outbox, message),
    close: (given) => close(connection, given),
    reconnect: () => reconnect(connection),
    state: 'connecting',
    socketTask: null,
    opts: options,
    latency: null,
  };
  const connection = createConnection(options, task);
  connect(connection);
  afterTheirHandlers(() => release(connection.events));
  return task;
}

/** Handlers set in `.then()` or after `await` come first: these hops take as long as theirs on any kind of Promise. */
function afterTheirHandlers(call: () => void): void {
  let hops = Promise.resolve();
  for (let i = 0; i < 5; i++) hops = hops.then();
  hops.then(call);
}

function close(connection: Connection, given?: CloseOptions): void {
  const { code, reason } = given || ({} as CloseOptions);
  if (connection.state !== 'closed') end(connection, 'user', toCloseCode(code), toReason(reason));
  release(connection.events);
  settle(given, 'success', { errMsg: 'close:ok' });
}

/** Hosts refuse every other code, and then do not close. */
function toCloseCode(code?: number): number {
  return code! >= 3000 && code! < 5000 && code! % 1 === 0 ? +code! : 1000;
}

/** At most 123 bytes of UTF-8, which is what a close frame holds, and never half a character. */
function toReason(reason?: string): string {
  let left = 123;
  return toText(reason).replace(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g, (character) => {
    left -= character.length > 1 ? 4 : character < '\u0080' ? 1 : character < '\u0800' ? 2 : 3;
    return left < 0 ? '' : character;
  });
}
