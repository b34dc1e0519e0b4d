/** The standard WebSocket class over the host's own sockets */

import { requireHost } from './host/find';
import type { Host } from './port';
import { createClass, Sockets } from './websocket/class';
import { createTarget } from './websocket/network';
import { defaultsFor, extend } from './websocket/settings';
import type { EventTarget, SocketInstance, WebSocketClass, WebSocketOptions } from './websocket/types';

/** One socket of the class. */
export type Socket = SocketInstance;

/** @only !givenHost */
const defaults = defaultsFor();

/**
 * The standard `WebSocket` class over the host's sockets, for clients that take one. It is `WebSocket` and `Socket` and
 * the default: in WeChat's modules the first name is taken.
 *
 * @example
 * import { Socket } from 'mde-websocket/__ENTRY__/websocket';
 * const client = createClient({ url: 'wss://example.com/graphql', webSocketImpl: Socket });
 * @only !givenHost
 */
export const Socket: WebSocketClass = createClass(defaults, Sockets);

/** @only !givenHost */
export { Socket as WebSocket };

/**
 * Tells of the app and the network by the events `online`, `offline`, `visible` and `hidden`. Every report of the host that
 * there is a network is an `online`.
 *
 * @example
 * network.addEventListener('online', () => client.reconnect());
 * @only !givenHost
 */
export const network: EventTarget = createTarget(defaults);

/**
 * Makes the standard `WebSocket` class over the sockets of a host.
 *
 * @throws TypeError for a platform without `connectSocket`, or an option that is ill-typed
 * @example
 * const Socket = createWebSocket(Taro, { idleTimeout: 30000 });
 * const client = createClient({ url: 'wss://example.com/graphql', webSocketImpl: Socket });
 * @only givenHost
 */
export function createWebSocket(platform: Host, options?: WebSocketOptions): WebSocketClass {
  requireHost({ platform });
  return createClass(extend(defaultsFor(platform), options || {}), Sockets);
}

/**
 * Tells of the app and the network by the events `online`, `offline`, `visible` and `hidden`. Every report of the host that
 * there is a network is an `online`.
 *
 * @example
 * createNetwork(Taro).addEventListener('online', () => client.reconnect());
 * @only givenHost
 */
export function createNetwork(platform: Host): EventTarget {
  requireHost({ platform });
  return createTarget({ platform });
}

/** @only givenHost */
export type { ConnectParams, Host, SocketTask } from './port';
export type { Data, Sendable } from './types';
export type * from './websocket/types';
/** @only !givenHost */
export default Socket;
