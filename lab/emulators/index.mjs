// @ts-check
/** The emulated hosts and what they need, in one import. */
import { HOSTS } from '../subjects.mjs';

export { HOSTS };
/** The hosts that tests of single oddities are written for. */
export const { wechat, alipay, baidu, douyin } = HOSTS;

export { loadBundle } from './load-bundle.mjs';
export * from './page.mjs';
export { MacrotaskPromise } from './promise-macrotask.mjs';
export { startServer } from './server.mjs';
export { wsTransport } from './transport-ws.mjs';
