// @ts-check
/**
 * What the suite runs on: each built file with each host it has to live with, and what that host cannot do.
 *
 * @typedef {{
 *   file: string,
 *   entry: string,
 *   host: string,
 *   make: (options: any) => import('../../lab/emulators/emulator.mjs').Emulator,
 *   params: Record<string, any>,
 *   tellsCode: boolean,
 *   oneSocket: boolean,
 *   taskAtOnce: boolean,
 *   canUnlisten: boolean,
 *   sendsCloseOptions: boolean,
 * }} Subject
 */
import { alipay, baidu, douyin, hostOf, taro, uni, wechat } from '../../lab/emulators/index.mjs';

const ABLE = {
  params: {},
  /** The close event carries the code. */
  tellsCode: true,
  /** There is one socket for the whole program. */
  oneSocket: false,
  /** The host's task exists as soon as the attempt is under way. */
  taskAtOnce: true,
  /** Listeners can be taken off the host. */
  canUnlisten: true,
  /** Code and reason of close() reach the host. */
  sendsCloseOptions: true,
};

/** Taro on WeChat, whose runtime has readyState. @param {any} options */
const promising = (options) => taro(wechat({ ...options, quirks: { readyState: 'real', ...options.quirks } }));

const HOSTS = {
  wx: { ...ABLE, make: wechat },
  my: { ...ABLE, make: alipay, tellsCode: false, oneSocket: true },
  'my, multiple': { ...ABLE, make: alipay, tellsCode: false, params: { multiple: true } },
  swan: { ...ABLE, make: baidu, tellsCode: false, canUnlisten: false },
  tt: { ...ABLE, make: douyin },
  jd: {
    ...ABLE,
    make: hostOf('jd', { emulator: 'single host', quirks: { maxSockets: 1, appOff: false } }),
    oneSocket: true,
    canUnlisten: false,
  },
  'Taro on wx': { ...ABLE, make: promising, taskAtOnce: false },
  'Taro on my': {
    ...ABLE,
    make: (/** @type {any} */ options) => taro(alipay(options)),
    tellsCode: false,
    oneSocket: true,
    sendsCloseOptions: false,
  },
  'uni on wx': { ...ABLE, make: (/** @type {any} */ options) => uni(wechat(options)) },
};

/** @type {Record<string, (keyof typeof HOSTS)[]>} */
const OWN_HOSTS = {
  index: ['wx', 'my', 'my, multiple', 'swan'],
  wechat: ['wx'],
  alipay: ['my', 'my, multiple'],
  baidu: ['swan'],
};

/** The hosts that only the universal entry serves. @type {(keyof typeof HOSTS)[]} */
export const OTHER_HOSTS = ['tt', 'jd', 'Taro on wx', 'Taro on my', 'uni on wx'];

/** @param {string} entry @param {(keyof typeof HOSTS)[]} [hosts] @returns {Subject[]} */
export function subjectsOf(entry, hosts = OWN_HOSTS[entry]) {
  const folder = process.env.MDE_DIST ?? 'dist';
  const files = ['js', 'mjs', 'min.js'].map((form) => `${folder}/${entry}.${form}`);
  return files.flatMap((file) => hosts.map((host) => ({ file, entry, host, ...HOSTS[host] })));
}
