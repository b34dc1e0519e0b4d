/** The same for clients whose declarations bring those of Node along, and with them another `WebSocket`. */
import { WebSocket as Transport } from 'engine.io-client';
import { Socket } from 'mde-websocket/wechat/websocket';
import type { IClientOptions } from 'mqtt';
import { CommonClient } from 'rpc-websockets';

export const mqtt: IClientOptions = { createWebsocket: (address, protocols) => new Socket(address, protocols) };

export class MiniProgramTransport extends Transport {
  createSocket(address: string, protocols: string | string[] | undefined) {
    return new Socket(address, protocols);
  }
}

class RpcSocket extends Socket {
  send(data: unknown, options?: unknown, callback: unknown = options) {
    super.send(data as string);
    if (typeof callback === 'function') callback();
  }
}

export const rpc = new CommonClient((address) => new RpcSocket(address), 'wss://example.com');
