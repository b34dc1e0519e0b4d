import WebSocket from 'weapp-polyfill/websocket.js';
import { asSocket } from './peer.mjs';

export { network } from './peer.mjs';
export const Socket = asSocket(WebSocket);
