// @ts-check
/** The class of each bundle on an emulated host, with virtual time, and everything that its sockets tell. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { alipay, baidu, douyin, hostOf, memoryTransport, taro, uni, wechat } from '../../../lab/emulators/index.mjs';
import { runCommonJs } from '../../../lab/emulators/run-bundle.mjs';

/** @typedef {{ bundle: string, host: (given: any) => import('../../../lab/emulators/emulator.mjs').Emulator, quirks?: Record<string, any>, options?: any }} Subject */

const single = { params: { multiple: false } };
const bytes = { acceptsArrayBuffer: true, binaryIn: 'ArrayBuffer' };

/** One socket, as on the oldest WeChat and JD. */
const oldSingle = hostOf('jd', { emulator: 'single host', quirks: { maxSockets: 1, appOff: false } });

/** Every host that the class is for, by its name. @type {Record<string, Subject>} */
export const subjects = {
  wechat: { bundle: 'wechat-websocket', host: wechat },
  baidu: { bundle: 'baidu-websocket', host: baidu },
  alipay: { bundle: 'alipay-websocket', host: alipay },
  'alipay, one level of payload': { bundle: 'alipay-websocket', host: alipay, quirks: { nesting: 'data' } },
  'alipay, whole buffers': { bundle: 'alipay-websocket', host: alipay, quirks: bytes },
  'alipay single, replacing': { bundle: 'alipay-websocket', host: alipay, options: single },
  'alipay single, refusing': {
    bundle: 'alipay-websocket',
    host: alipay,
    quirks: { secondConnect: 'refuse' },
    options: single,
  },
  'universal on wechat': { bundle: 'websocket', host: wechat },
  'universal on alipay': { bundle: 'websocket', host: alipay },
  'universal on alipay single': { bundle: 'websocket', host: alipay, options: single },
  'universal on douyin': { bundle: 'websocket', host: douyin },
  'universal on a single host of old': { bundle: 'websocket', host: oldSingle },
  'universal on Taro on wechat': { bundle: 'websocket', host: (given) => taro(wechat(given)) },
  'universal on uni-app on wechat': { bundle: 'websocket', host: (given) => uni(wechat(given)) },
};

export const names = Object.keys(subjects);

/** Those that have several sockets at once. */
export const several = names.filter((name) => !/single/.test(name));

const texts = new Map();

/** @param {string} bundle */
function textOf(bundle) {
  if (!texts.has(bundle)) {
    const file = fileURLToPath(new URL(`../../../dist/${bundle}.js`, import.meta.url));
    texts.set(bundle, readFileSync(file, 'utf8'));
  }
  return texts.get(bundle);
}

/**
 * @param {string} name of a subject
 * @param {{ quirks?: Record<string, any>, options?: any, script?: any, accepts?: boolean, alter?: (host: any) => void }} [given]
 */
export function phone(name, { quirks, options, script, accepts = true, alter } = {}) {
  const subject = subjects[name];
  const transport = memoryTransport({
    onConnect: (connection) => accepts && setTimeout(() => connection.open(), 10),
    ...script,
  });
  const emulator = subject.host({ transport, quirks: { ...subject.quirks, ...quirks } });
  const { host, thread } = emulator;
  alter?.(host);
  const { exports } = runCommonJs(textOf(subject.bundle), {
    [emulator.name]: host,
    setTimeout: thread.setTimeout,
    clearTimeout: thread.clearTimeout,
  });
  const isGiven = subject.bundle === 'websocket';
  const bound = { ...subject.options, ...options };
  const Socket = isGiven ? exports.createWebSocket(host, bound) : exports.Socket.with(bound);
  const target = () => (isGiven ? exports.createNetwork(host) : exports.network);
  return {
    ...emulator,
    transport,
    exports,
    Socket,
    target,
    open: (url = 'wss://server/', /** @type {any} */ protocols = undefined) => told(new Socket(url, protocols)),
  };
}

/** A socket and what it tells, in order. @param {any} socket */
export function told(socket) {
  /** @type {any[]} */
  const events = [];
  for (const type of ['open', 'message', 'error', 'close']) {
    socket.addEventListener(type, (/** @type {any} */ event) => {
      const { data, message, code, reason, wasClean } = event;
      const detail = { open: [], message: [data], error: [message], close: [code, reason, wasClean] }[type];
      events.push([type, ...(detail ?? [])]);
      states.push(socket.readyState);
    });
  }
  /** @type {number[]} */
  const states = [];
  return {
    socket,
    events,
    /** What `readyState` was at each event. */
    states,
    types: () => events.map(([type]) => type),
    closes: () => events.filter(([type]) => type === 'close').map(([, ...detail]) => detail),
  };
}

export const wait = (/** @type {number} */ ms) => vi.advanceTimersByTimeAsync(ms);
