// @ts-check
/**
 * Who takes part: three platforms, and the links that the programs on them keep.
 *
 * @typedef {{
 *   id: string,
 *   name: string,
 *   bundle: string,
 *   global: string,
 *   emulate: (options: any) => import('../emulators/emulator.mjs').Emulator,
 *   quirks: Record<string, any>,
 * }} Platform
 * @typedef {{
 *   id: string, platform: string, name: string, told: string, ends?: import('./recorder.mjs').State, isBare?: boolean,
 * }} Link `told` is what its lines begin with in the column of its platform; a bare one is shown, and not judged
 */
import { alipay, baidu, wechat } from '../emulators/index.mjs';

/** Each with habits of its own; what they mean, and who saw them, is in `lab/emulators/README.md`. @type {Platform[]} */
export const PLATFORMS = [
  {
    id: 'wechat',
    name: 'WeChat',
    bundle: 'wechat.js',
    global: 'wx',
    emulate: wechat,
    quirks: { refusedEvents: 'error', backgroundFreezes: true, deafClose: true },
  },
  {
    id: 'alipay',
    name: 'Alipay',
    bundle: 'alipay.js',
    global: 'my',
    emulate: alipay,
    quirks: { lossEvents: 'error-close' },
  },
  {
    id: 'baidu',
    name: 'Baidu',
    bundle: 'baidu.js',
    global: 'swan',
    emulate: baidu,
    quirks: {},
  },
];

/** `ends` is how a link is found when the story is over. @type {Link[]} */
export const LINKS = [
  { id: 'wechat', platform: 'wechat', name: 'WeChat', told: '', ends: 'open' },
  { id: 'alipay', platform: 'alipay', name: 'Alipay', told: '', ends: 'open' },
  { id: 'alipay-2', platform: 'alipay', name: 'Alipay, 2nd task', told: '2nd task: ', ends: 'closed' },
  { id: 'baidu', platform: 'baidu', name: 'Baidu', told: '', ends: 'open' },
  { id: 'baidu-bare', platform: 'baidu', name: 'Baidu, bare API', told: 'bare API: ', isBare: true },
];
