// @ts-check
/**
 * An emulated WeChat with a bare program inside: real sockets, buffers of the program's own kind, timers that freeze.
 *
 * @typedef {{ setTimeout: Function, clearTimeout: Function, setInterval: Function, clearInterval: Function }} Clock
 * @typedef {ReturnType<typeof startPhone>} Phone
 */
import { wechat, wsTransport } from '../../emulators/index.mjs';
import { createContext } from './context.mjs';
import { request } from './request.mjs';

/**
 * @param {{
 *   quirks?: Record<string, any>,
 *   macrotask?: boolean,
 *   deaf?: boolean,
 *   print?: (level: string, ...values: any[]) => void,
 *   dress?: (host: any) => any,
 * }} [options] `deaf`: a link that was cut without a word takes what is sent, as one does whose network is gone;
 *   `dress` may change the host that the program sees
 */
export function startPhone({ quirks, macrotask = false, deaf = false, print = () => {}, dress = (host) => host } = {}) {
  const phone = wechat({ transport: wsTransport(), quirks: { ...quirks } });
  const clock = clockOf(phone.thread);
  const context = createContext(clock, print);
  if (macrotask) context.useMacrotaskPromise();
  context.globals.wx = dress(hostFor(phone, crossing(context), deaf));

  return {
    ...phone,
    context,
    /** The app is away for so long. @param {number} ms */
    async away(ms) {
      phone.background();
      await pause(ms);
      phone.foreground();
    },
    /** From one network to another; links are gone, and the host does not say so. */
    async changeNetwork() {
      phone.network(false, { cut: 'unnoticed' });
      await pause(300);
      phone.network(true);
    },
    /** What the program threw and nobody caught. */
    errors: () => phone.thread.errors.map(({ error }) => String(error?.stack ?? error)),
    stop() {
      clock.stop();
      phone.sockets.cutAll(1006, '', true);
    },
  };
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {import('../../emulators/thread.mjs').Thread} thread */
function clockOf(thread) {
  /** @type {Map<number, number>} */
  const repeats = new Map();
  let last = 0;
  let stopped = false;
  const setTimeout = (/** @type {any} */ work, ms = 0, /** @type {any[]} */ ...values) =>
    stopped ? 0 : thread.setTimeout(work, ms, ...values);
  const setInterval = (/** @type {any} */ work, ms = 0, /** @type {any[]} */ ...values) => {
    // Negative, so that `clearTimeout` of an interval finds it as well.
    last -= 1;
    const id = last;
    const next = () =>
      repeats.set(
        id,
        setTimeout(() => {
          if (!repeats.has(id)) return;
          next();
          work(...values);
        }, ms),
      );
    next();
    return id;
  };
  const clear = (/** @type {number} */ id) => {
    thread.clearTimeout(repeats.get(id) ?? id);
    repeats.delete(id);
  };
  return Object.defineProperty(
    { setTimeout, clearTimeout: clear, setInterval, clearInterval: clear, stop() {} },
    'stop',
    {
      enumerable: false,
      value() {
        stopped = true;
        for (const id of [...repeats.keys()]) clear(id);
      },
    },
  );
}

/** Buffers between Node and the program: a library may ask whether one is an `ArrayBuffer` of its own. */
function crossing(/** @type {ReturnType<typeof createContext>} */ context) {
  const copy = (/** @type {any} */ data, /** @type {any} */ From, /** @type {any} */ Bytes, /** @type {any} */ To) => {
    if (!(data instanceof From)) return data;
    const bytes = new Bytes(new To(data.byteLength));
    bytes.set(new Uint8Array(data));
    return bytes.buffer;
  };
  return {
    /** @param {any} data */
    in: (data) => copy(data, ArrayBuffer, context.Uint8Array, context.ArrayBuffer),
    /** @param {any} data */
    out: (data) => copy(data, context.ArrayBuffer, Uint8Array, ArrayBuffer),
  };
}

/** @param {ReturnType<typeof wechat>} phone @param {ReturnType<typeof crossing>} data @param {boolean} deaf */
function hostFor({ host, thread, sockets }, data, deaf) {
  return {
    ...Object.fromEntries(
      ['onAppShow', 'offAppShow', 'onAppHide', 'offAppHide', 'onNetworkStatusChange', 'offNetworkStatusChange'].map(
        (name) => [name, (/** @type {any} */ listener) => host[name](listener)],
      ),
    ),
    canIUse: () => true,
    request: (/** @type {any} */ options) => request(thread, options),
    connectSocket(/** @type {any} */ options) {
      const { protocols = [], fail } = options;
      if (!Array.isArray(protocols) || !protocols.every((name) => typeof name === 'string')) {
        fail?.({ errMsg: 'connectSocket:fail parameter error: parameter.protocols should be Array of String' });
        return undefined;
      }
      const task = host.connectSocket({ ...options });
      if (!task) return task;
      const socket = sockets.all.at(-1);
      const lost = () => deaf && socket?.state === 'closed' && !socket.dropped;
      return {
        onOpen: (/** @type {any} */ listener) => task.onOpen(listener),
        onError: (/** @type {any} */ listener) => task.onError(listener),
        onClose: (/** @type {any} */ listener) => task.onClose(listener),
        onMessage: (/** @type {any} */ listener) =>
          task.onMessage((/** @type {any} */ event) => listener(event && { ...event, data: data.in(event.data) })),
        send: (/** @type {any} */ frame) =>
          lost()
            ? thread.later(() => thread.run(() => frame.success?.({ errMsg: 'sendSocketMessage:ok' })))
            : task.send({ ...frame, data: data.out(frame.data) }),
        close: (/** @type {any} */ frame) => task.close({ ...frame }),
      };
    },
  };
}
