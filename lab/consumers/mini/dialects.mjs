// @ts-check
/**
 * How each host writes its pages: extensions, directives, and the emulated host that runs them.
 *
 * @typedef {object} Writing
 * @property {string} template its extension
 * @property {string} style its extension
 * @property {string} prefix of directives
 * @property {Record<string, any>} [beside] globals beside the host
 * @property {string[]} [hidden] names that the wrapper of a module takes away
 * @typedef {Writing & { global: string, emulate: import('../../emulators/host-of.mjs').MakeHost }} Dialect
 */
import { HOSTS, subjectOfEntry } from '../../subjects.mjs';
import { HIDDEN } from './context.mjs';

/** @type {Record<string, Writing>} */
const WRITING = {
  wechat: { template: 'wxml', style: 'wxss', prefix: 'wx:', hidden: HIDDEN },
  // Taro reads the name of the browser as it loads.
  alipay: { template: 'axml', style: 'acss', prefix: 'a:', beside: { navigator: { userAgent: 'AlipayClient' } } },
  baidu: { template: 'swan', style: 'css', prefix: 's-' },
  douyin: { template: 'ttml', style: 'ttss', prefix: 'tt:' },
};

/** @param {string} kind a platform's name @returns {Dialect} */
export function dialectOf(kind) {
  const writing = WRITING[kind];
  if (!writing) throw new Error(`lab/consumers/mini/dialects.mjs does not say how pages are written for ${kind}`);
  return { ...writing, global: subjectOfEntry(kind).global ?? '', emulate: HOSTS[kind] };
}

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
