// @ts-check
/**
 * The four bundles and the emulated host that each runs on: its own, and for the universal one Douyin's, which has none.
 */
import { fileURLToPath } from 'node:url';
import { alipay, baidu, douyin, loadBundle, wechat } from '../emulators/index.mjs';

const HOSTS = { wechat, alipay, baidu, index: douyin };

/** @typedef {keyof typeof HOSTS} Entry */
/** @type {Entry[]} */
export const ENTRIES = ['wechat', 'alipay', 'baidu', 'index'];

/**
 * A program that has loaded its bundle on a host of its own.
 *
 * @param {Entry} entry
 * @param {import('../emulators/phone.mjs').PhoneOptions} hostOptions
 */
export async function program(entry, hostOptions) {
  const phone = HOSTS[entry](hostOptions);
  const { setTimeout, clearTimeout } = phone.thread;
  const isUniversal = entry === 'index';
  const file = fileURLToPath(new URL(`../../dist/${entry}.js`, import.meta.url));
  const { MdeWebsocket } = await loadBundle(file, {
    ...(isUniversal ? {} : { [phone.name]: phone.host }),
    setTimeout,
    clearTimeout,
  });
  return {
    phone,
    /** @param {Record<string, any>} options @returns {Promise<any>} */
    connect: (options) => MdeWebsocket({ ...(isUniversal ? { platform: phone.host } : {}), ...options }),
  };
}
