// @ts-check
/**
 * Everybody who is measured, and how an application uses them at its simplest.
 *
 * @typedef {{ open: (event?: any) => void, message: (data: any) => void, close: (event?: any) => void }} Handlers
 * @typedef {{
 *   host: any, WebSocket: any, url: string, on: Handlers,
 *   timers: { setTimeout: (callback: () => void, ms: number) => any, clearTimeout: (id: any) => void },
 * }} World what an application finds around it
 * @typedef {{
 *   send: (data: string) => unknown,
 *   sendWatched?: (data: string, success: () => void) => unknown,
 *   close: () => unknown,
 *   drop?: () => unknown,
 * }} Connection `drop` gives a link up as dead, where a heartbeat of the application's is to do it
 * @typedef {{
 *   name: string,
 *   package?: string,
 *   imports?: string,
 *   prelude?: string,
 *   uses?: string,
 *   hostName?: 'wx' | 'my' | 'swan',
 *   needsWebSocket?: boolean,
 *   hasHeartbeat?: boolean,
 *   features?: Record<string, string>,
 *   restsOn?: string[],
 *   connect: (library: any, world: World) => Promise<Connection>,
 * }} Subject `features` are as documented, and `restsOn` names the options, or the members inside, that they rest on
 */
import { bareAdapter, bareHost } from './bare.mjs';
import { heartbeatMiniprogram } from './heartbeat-miniprogram.mjs';
import { alipay, baidu, universal, wechat } from './mde.mjs';
import { partysocket } from './partysocket.mjs';
import { reconnectingWebsocket } from './reconnecting-websocket.mjs';
import { websocketTs } from './websocket-ts.mjs';
import { withHeartbeat } from './with-heartbeat.mjs';

export { bareHost };

/** The one whose figures are 1 in every table of ratios. */
export const reference = wechat;

export const entries = [wechat, baidu, alipay, universal];
export const peers = [heartbeatMiniprogram, reconnectingWebsocket, partysocket, websocketTs];

/** For costs at run time: baidu's bundle does the same as wechat's, and a peer without a heartbeat gets one too. */
export const atRunTime = [
  wechat,
  universal,
  alipay,
  heartbeatMiniprogram,
  ...peers.filter((peer) => !peer.hasHeartbeat).flatMap((peer) => [peer, withHeartbeat(peer)]),
  bareAdapter,
  bareHost,
];

/** Those that tell what became of a message. */
export const watchful = [wechat, universal, alipay, heartbeatMiniprogram, bareHost];

/** @param {string} name @returns {Subject} */
export function subjectNamed(name) {
  const found = atRunTime.find((subject) => subject.name === name);
  if (!found) throw new RangeError(`no such subject: ${name}`);
  return found;
}
