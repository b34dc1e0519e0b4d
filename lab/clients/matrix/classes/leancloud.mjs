import { WebSocket } from '@leancloud/platform-adapters-weapp';
import { asSocket } from './peer.mjs';

export { network } from './peer.mjs';
export const Socket = asSocket(WebSocket);
