// @ts-check
/**
 * A socket as the application sees it where `connectSocket` returns a SocketTask.
 */
import { promising } from './calls.mjs';
import { startSocket } from './connect.mjs';
import { createEvents } from './events.mjs';
import { install } from './methods.mjs';
import { closeOn, sendOn } from './socket-calls.mjs';

const EVENTS = /** @type {const} */ (['Open', 'Message', 'Error', 'Close']);
const STATES = { connecting: 0, open: 1, closing: 2, closed: 3 };

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {import('./sockets.mjs').Socket | undefined} socket none: a dead task
 * @param {{ off?: boolean, onPrototype?: boolean, read: (options: any) => string | ArrayBuffer | undefined }} shape
 * @param {{ told: boolean }} [dead] whether its failure was told
 */
export function socketTask(phone, dialect, socket, { off = false, onPrototype = false, read }, dead) {
  const { quirks } = phone;
  const id = socket?.id ?? 0;
  const events = createEvents(phone, `task ${id}`, () => quirks.taskListeners);
  /** @type {Record<string, (...args: any[]) => any>} */
  const methods = {
    send: (options) => promising(phone, options, (given) => sendOn(phone, dialect, socket, given, { read })),
    close: (options) => promising(phone, options, (given) => closeOn(phone, dialect, socket, given)),
  };
  for (const name of EVENTS) {
    if (name === 'Error' && !quirks.taskErrors) continue;
    const kind = name.toLowerCase();
    methods[`on${name}`] = (listener) => events.on(kind, listener);
    if (off) methods[`off${name}`] = (listener) => events.off(kind, listener);
  }
  socket?.hear((kind, ...detail) => {
    const say = /** @type {(...args: any[]) => any} */ (dialect[kind]);
    events.emit(kind, say(...detail, { quirks, id }));
  });
  const task = onPrototype ? Object.create({}) : {};
  install(onPrototype ? Object.getPrototypeOf(task) : task, 'SocketTask', quirks, methods, task);
  if (quirks.readyState === 'absent') return task;
  return Object.defineProperty(task, 'readyState', { enumerable: true, get: () => readyState(quirks, socket, dead) });
}

/**
 * @param {import('./quirks.mjs').Quirks} quirks
 * @param {import('./sockets.mjs').Socket} [socket]
 * @param {{ told: boolean }} [dead]
 */
function readyState(quirks, socket, dead) {
  if (quirks.readyState === 'stuck') return STATES.connecting;
  if (quirks.readyState === '3 until open' && socket?.state !== 'open') return STATES.closed;
  if (quirks.readyState === '3 until open') return socket?.dropped ? STATES.closing : STATES.open;
  if (socket) return STATES[socket.state];
  if (quirks.readyState === 'only alive') return undefined;
  return dead?.told ? STATES.closed : STATES.connecting;
}

/**
 * `connectSocket` of a task host.
 *
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {Parameters<typeof socketTask>[3]} shape
 * @param {any} options
 */
export function connectTask(phone, dialect, shape, options) {
  const { quirks } = phone;
  const { socket, failure, dead } = startSocket(phone, dialect, options);
  if (quirks.mutatesOptions && options) options.cb = () => undefined;
  if (quirks.connectReturnsNothing) return undefined;
  if (failure && (quirks.connectFailsSync || (failure === 'limit' && !quirks.limitReturnsTask))) return undefined;
  return socketTask(phone, dialect, socket, shape, dead);
}
