import WebSocket from 'mp-websocket';
import { asSocket } from './peer.mjs';

export { network } from './peer.mjs';
export const Socket = asSocket(WebSocket);
