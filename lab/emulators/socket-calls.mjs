// @ts-check
/**
 * The three calls every dialect shares: starting a connection, sending and closing, with their failures.
 */
import { answer } from './calls.mjs';

/**
 * Answers `connectSocket` and, once it is accepted, starts the socket: success comes before open.
 * Source: WX-N.
 *
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {any} options
 * @returns {{ socket?: import('./sockets.mjs').Socket, failure?: string, dead?: { told: boolean } }}
 */
export function startSocket(phone, dialect, options) {
  const { quirks, sockets } = phone;
  if (quirks.connectThrows) throw new Error('connectSocket:fail the host threw');
  if (quirks.connectReturnsNothing || quirks.connectIgnored) return {};
  const failure = connectFailure(phone, options);
  const bareComplete = dialect.ok('close') === undefined;
  if (failure) {
    const dead = { told: false };
    const after = () => {
      dead.told = true;
    };
    const sync = quirks.connectFailsSync;
    answer(phone, options, 'fail', dialect.fail('connectSocket', failure), { sync, bareComplete, after });
    return { failure, dead };
  }
  const { url, header, protocols } = options;
  const socket = sockets.create({ url, header: header && { ...header }, protocols });
  const callbacks = quirks.successNeverComes ? {} : { ...options };
  answer(phone, callbacks, 'success', dialect.ok('connectSocket', socket.id), { bareComplete, after: socket.start });
  return { socket };
}

/** @param {import('./phone.mjs').Phone} phone @param {any} options */
function connectFailure({ quirks, sockets, away }, options) {
  if (quirks.connectFails) return quirks.connectFails;
  if (away && quirks.backgroundInterrupts) return 'interrupted';
  if (typeof options?.url !== 'string' || !/^wss?:\/\//.test(options.url)) return 'bad url';
  return sockets.full() ? 'limit' : '';
}

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {import('./sockets.mjs').Socket | undefined} socket
 * @param {any} options
 * @param {{ call?: string, read: (options: any) => string | ArrayBuffer | undefined }} how
 */
export function sendOn(phone, dialect, socket, options, { call = 'send', read }) {
  const { quirks, ledger } = phone;
  ledger.note(`${call} asked`, socket?.id);
  if (quirks.sendThrows) throw new Error(`${call}: the host threw`);
  const fail = (/** @type {import('./payloads.mjs').Failure} */ failure, how = {}) =>
    answer(phone, options, 'fail', dialect.fail(call, failure), how);
  if (phone.away && quirks.backgroundInterrupts) return fail('interrupted');
  if (socket?.state !== 'open') {
    return fail('not open', { sync: quirks.earlySendSync, complete: !quirks.earlySendSkipsComplete });
  }
  const data = read(options);
  if (data === undefined) return fail('bad data');
  if (quirks.sendFails) {
    if (quirks.sendAnswersTwice) fail('send failed');
    return fail('send failed');
  }
  socket.send(data);
  if (!quirks.sendNeverAnswers) answer(phone, options, 'success', dialect.ok(call));
}

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {import('./sockets.mjs').Socket | undefined} socket
 * @param {any} options
 * @param {string} [call]
 */
export function closeOn(phone, dialect, socket, options, call = 'close') {
  const { quirks } = phone;
  if (quirks.closeThrows) {
    socket?.close(1000, '');
    throw new Error(`${call}: the host threw`);
  }
  const code = Number(options?.code ?? 1000);
  const allowed = code === 1000 || (code >= 3000 && code <= 4999);
  if (quirks.refusesCodes && !allowed) return answer(phone, options, 'fail', dialect.fail(call, 'bad code'));
  // Source: DIM, a close in the background fails too; the socket is dead there anyway.
  if (phone.away && quirks.backgroundInterrupts)
    return answer(phone, options, 'fail', dialect.fail(call, 'interrupted'));
  if (!socket?.close(code, String(options?.reason ?? ''))) {
    return answer(phone, options, 'fail', dialect.fail(call, 'closed'));
  }
  answer(phone, options, 'success', dialect.ok(call));
}

/** Text and whole buffers; views only where a host takes them. Source: WX-T. @param {import('./phone.mjs').Phone} phone */
export function readPlain({ quirks }) {
  return (/** @type {any} */ { data }) => {
    if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
    if (!ArrayBuffer.isView(data) || quirks.refusesViews) return undefined;
    return bufferOf(data);
  };
}

/** @param {ArrayBufferView} view @returns {ArrayBuffer} */
export function bufferOf(view) {
  const bytes = new Uint8Array(view.byteLength);
  bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return bytes.buffer;
}
