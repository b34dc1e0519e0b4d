// @ts-check
/** What a page may load: the hosts, a server in memory and a way to run a bundle, with nothing that only Node has. */
export { hostOf } from './host-of.mjs';
export { mpx } from './mpx.mjs';
export { QUIRKS } from './quirks.mjs';
export { runCommonJs } from './run-bundle.mjs';
export { memoryServer } from './server-memory.mjs';
export { taro } from './taro.mjs';
export { memoryTransport } from './transport-memory.mjs';
export { uni } from './uni.mjs';
