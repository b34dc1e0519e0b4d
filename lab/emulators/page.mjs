// @ts-check
/** What a page may load: the hosts, a server in memory and a way to run a bundle, with nothing that only Node has. */
export { alipay } from './alipay.mjs';
export { baidu } from './baidu.mjs';
export { douyin } from './douyin.mjs';
export { mpx } from './mpx.mjs';
export { oldSingle } from './old-single.mjs';
export { QUIRKS } from './quirks.mjs';
export { runCommonJs } from './run-bundle.mjs';
export { memoryServer } from './server-memory.mjs';
export { taro } from './taro.mjs';
export { memoryTransport } from './transport-memory.mjs';
export { uni } from './uni.mjs';
export { wechat } from './wechat.mjs';
