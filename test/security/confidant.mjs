// @ts-check
/**
 * A program whose every message, address, header, reason and ping is secret, and a note of every text that the library
 * made: log entries, errors, and what callbacks were told.
 */
import { alipay, baidu, loadBundle, memoryTransport, wechat } from '../../lab/emulators/index.mjs';
import { secrets, WORD } from './secrets.mjs';

const HOSTS = { platform: wechat, wx: wechat, my: alipay, swan: baidu };

/**
 * @param {import('./bundles.mjs').Bundle} bundle
 * @param {string} path of the file, or of a changed one
 */
export async function createConfidant({ name }, path) {
  const transport = memoryTransport();
  const phone = HOSTS[/** @type {keyof typeof HOSTS} */ (name)]({ transport });
  const { setTimeout, clearTimeout } = phone.thread;
  const bound = name === 'platform' ? {} : { [name]: phone.host };
  const { MdeWebsocket, release } = await loadBundle(path, { ...bound, setTimeout, clearTimeout });
  /** @type {string[]} */
  const texts = [];
  /** The application's own errors: whoever threw them may read them. @type {Set<any>} */
  const own = new Set();
  /** Log entries. @type {any[]} */
  const entries = [];
  let turn = 0;

  /** Now one secret, now another, now an error. */
  function any() {
    turn += 1;
    const values = secrets();
    const value = values[turn % values.length];
    if (!(value instanceof Error)) return value;
    own.add(value);
    throw value;
  }

  const note = (/** @type {any} */ value) => void texts.push(JSON.stringify(value, spell) ?? '');
  const noteError = (/** @type {any} */ error) => own.has(error) || note({ message: error?.message ?? error });
  const logger = (/** @type {any} */ entry) => {
    entries.push(entry);
    note(entry);
  };
  const callbacks = { success: note, fail: note, complete: note };
  const plain = () => ({ url: `wss://server/chat?token=${WORD}`, header: { authorization: WORD }, ...callbacks });

  /** @returns {Promise<any>} a task, or undefined where the options were refused @param {Record<string, any>} [options] */
  async function connect(options) {
    const params = () => (turn % 3 === 0 ? any() : plain());
    const asked = { isPong: any, shouldReconnect: any, reconnectTimeout: any, pingMsg: any };
    const platform = name === 'platform' ? { platform: phone.host } : {};
    try {
      const task = await MdeWebsocket({ ...platform, params, ...asked, logger, ...options });
      task.on('error', (/** @type {any} */ { errMsg, raw }) => own.has(raw) || note(errMsg));
      task.on('message', any);
      return task;
    } catch (error) {
      noteError(error);
      return undefined;
    }
  }

  /** What was rethrown for the host's error hook, too. */
  function noted() {
    for (const { error } of phone.thread.errors.splice(0)) noteError(error);
    return texts;
  }

  return { transport, phone, connect, entries, noted, noteError, callbacks, release };
}

/** Everything there is in a value, as text. @param {string} _key @param {any} value */
function spell(_key, value) {
  if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (typeof value === 'function') return String(value);
  return value instanceof Error ? `${value.name}: ${value.message}` : value;
}
