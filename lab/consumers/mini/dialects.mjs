// @ts-check
/**
 * How each host writes its pages: extensions, directives, and the emulated host that runs them.
 *
 * @typedef {object} Dialect
 * @property {string} global
 * @property {(options: any) => import('../../emulators/emulator.mjs').Emulator} emulate
 * @property {string} template its extension
 * @property {string} style its extension
 * @property {string} prefix of directives
 * @property {Record<string, any>} [beside] globals beside the host
 * @property {string[]} [hidden] names that the wrapper of a module takes away
 */
import { alipay, baidu, douyin, wechat } from '../../emulators/index.mjs';
import { HIDDEN } from './context.mjs';

/** @type {Record<string, Dialect>} */
export const DIALECTS = {
  wechat: { global: 'wx', emulate: wechat, template: 'wxml', style: 'wxss', prefix: 'wx:', hidden: HIDDEN },
  alipay: {
    global: 'my',
    emulate: alipay,
    template: 'axml',
    style: 'acss',
    prefix: 'a:',
    // Taro reads it as it loads.
    beside: { navigator: { userAgent: 'AlipayClient' } },
  },
  baidu: { global: 'swan', emulate: baidu, template: 'swan', style: 'css', prefix: 's-' },
  douyin: { global: 'tt', emulate: douyin, template: 'ttml', style: 'ttss', prefix: 'tt:' },
};

/**
 * The events that a node is bound to, by name in lower case: `bindtap`, `bind:tap`, `catchtap`, `onTap`.
 *
 * @param {Record<string, any>} attributes
 * @returns {Record<string, string>} the handlers' names
 */
export function eventsOf(attributes) {
  const events = Object.entries(attributes).flatMap(([name, handler]) => {
    const [, event] = /^(?:bind:?|catch:?|on(?=[A-Z])|catch(?=[A-Z]))(\w+)$/.exec(name) ?? [];
    return event && typeof handler === 'string' && handler !== '' ? [[event.toLowerCase(), handler]] : [];
  });
  return Object.fromEntries(events);
}
