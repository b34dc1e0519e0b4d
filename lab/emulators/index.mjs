// @ts-check
/** The emulated hosts and what they need, in one import. */
export { alipay } from './alipay.mjs';
export { baidu } from './baidu.mjs';
export { douyin } from './douyin.mjs';
export { loadBundle } from './load-bundle.mjs';
export { mpx } from './mpx.mjs';
export { oldSingle } from './old-single.mjs';
export { MacrotaskPromise } from './promise-macrotask.mjs';
export { QUIRKS } from './quirks.mjs';
export { startServer } from './server.mjs';
export { taro } from './taro.mjs';
export { memoryTransport } from './transport-memory.mjs';
export { wsTransport } from './transport-ws.mjs';
export { uni } from './uni.mjs';
export { wechat } from './wechat.mjs';
