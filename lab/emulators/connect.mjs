// @ts-check
/**
 * What every dialect shares of `connectSocket`: it is accepted, and success comes before open, or it is refused in one
 * of the ways that hosts have.
 *
 * @typedef {{ socket?: import('./sockets.mjs').Socket, failure?: string, dead?: { told: boolean } }} Started
 */
import { answer } from './calls.mjs';
import { isInterrupted } from './phone.mjs';

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {any} options
 * @returns {Started}
 */
export function startSocket(phone, dialect, options) {
  const { quirks, sockets } = phone;
  if (quirks.connectThrows) throw new Error('connectSocket:fail the host threw');
  if (quirks.connectReturnsNothing || quirks.connectIgnored) return {};
  const failure = connectFailure(phone, options);
  if (failure) return refuse(phone, dialect, options, failure);
  const socket = sockets.create(requestOf(options));
  const callbacks = quirks.successNeverComes ? {} : options;
  accept(phone, dialect, callbacks, socket.id, socket.start);
  return { socket };
}

/** @param {import('./phone.mjs').Phone} phone @param {any} options */
function connectFailure(phone, options) {
  const { quirks, sockets } = phone;
  if (quirks.connectFails) return quirks.connectFails;
  if (isInterrupted(phone)) return 'interrupted';
  if (typeof options?.url !== 'string' || !/^wss?:\/\//.test(options.url)) return 'bad url';
  return sockets.full() ? 'limit' : '';
}

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {any} options
 * @param {string} failure
 * @returns {Started}
 */
function refuse(phone, dialect, options, failure) {
  const { quirks, sockets } = phone;
  const how = failure === 'limit' ? quirks.limitAnswer : quirks.failsAfterSuccess ? 'error after success' : 'fail';
  if (how === 'error after success') {
    const socket = sockets.createRefused(requestOf(options));
    const reason = failure === 'limit' ? 'fail:max connected' : failure;
    accept(phone, dialect, options, socket.id, () => socket.refuse(reason));
    return { socket };
  }
  const dead = { told: false };
  if (how === 'fail') {
    answer(phone, options, 'fail', dialect.fail('connectSocket', failure, quirks), {
      sync: quirks.connectFailsSync,
      bareComplete: isBare(dialect),
      after: () => {
        dead.told = true;
      },
    });
  }
  return { failure, dead };
}

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {any} options
 * @param {number} id
 * @param {() => void} after
 */
function accept(phone, dialect, options, id, after) {
  answer(phone, { ...options }, 'success', dialect.ok('connectSocket', id), { bareComplete: isBare(dialect), after });
}

/** Whether `complete` has no argument. Source: BD-S. @param {import('./payloads.mjs').Dialect} dialect */
function isBare(dialect) {
  return dialect.ok('close') === undefined;
}

/** @param {any} options @returns {import('./sockets.mjs').Request} */
function requestOf({ url, header, protocols }) {
  return { url, header: header && { ...header }, protocols };
}
