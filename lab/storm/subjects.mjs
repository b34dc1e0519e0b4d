// @ts-check
/**
 * What the storm is let loose on: every built file, each with the hosts it is for.
 *
 * @typedef {{
 *   name: string,
 *   bundle: string,
 *   isMinified: boolean,
 *   global?: string,
 *   connects: 'task' | 'promise' | 'line' | 'either',
 *   multiple?: boolean,
 *   hasLine: boolean,
 *   canRemove: boolean,
 *   words: import('../emulators/payloads.mjs').Dialect,
 *   own: Record<string, import('../emulators/quirks.mjs').Value>,
 *   game?: import('./game.mjs').Game,
 * }} Subject
 */
import { my, swan, wx } from '../emulators/payloads.mjs';

/** Bytes come as base64, but on the newest clients. Source: AP-D. */
const MY = { binaryIn: 'base64' };

/** Baidu writes into what it is given and cannot remove listeners. Source: BD-S. */
const SWAN = { mutatesOptions: true, earlySendSync: true, readyState: 'real', appOff: false };

/** Each kind of host once, for the readable bundles. @type {Subject[]} */
export const READABLE = [
  subject('wechat', 'wechat', { global: 'wx' }),
  subject('baidu', 'baidu', { global: 'swan', words: swan, own: SWAN }),
  subject('alipay, one socket', 'alipay', {
    global: 'my',
    words: my,
    own: MY,
    connects: 'either',
    hasLine: true,
    canRemove: true,
  }),
  subject('alipay, multiple', 'alipay', {
    global: 'my',
    words: my,
    own: MY,
    connects: 'either',
    multiple: true,
    hasLine: true,
    canRemove: true,
  }),
  subject('universal, like wx', 'index', { hasLine: true }),
  subject('universal, like my', 'index', { words: my, own: MY, connects: 'either', hasLine: true, canRemove: true }),
  subject('universal, promises', 'index', { connects: 'promise', own: { readyState: 'real' } }),
  subject('universal, nothing returned', 'index', { connects: 'line', hasLine: true }),
];

export const SUBJECTS = READABLE.flatMap((readable) => [
  readable,
  { ...readable, name: `${readable.name}, minified`, isMinified: true },
]);

/**
 * @param {string} name
 * @param {string} bundle
 * @param {Partial<Subject>} rest
 * @returns {Subject}
 */
function subject(name, bundle, rest) {
  return {
    name,
    bundle,
    isMinified: false,
    connects: 'task',
    hasLine: false,
    canRemove: false,
    words: wx,
    own: {},
    ...rest,
  };
}

/** Whether the tasks share the one socket of the host. @param {Subject} subject */
export function sharesLine({ connects, multiple }) {
  return connects === 'line' || (connects === 'either' && !multiple);
}
