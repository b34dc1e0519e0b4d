/** What is no WebSocket is refused by the same options: that they take the class says something. */
import type { WsConnectionOptions } from '@nats-io/nats-core';
import type { Client } from '@stomp/stompjs';
import type { RealtimeClientOptions } from '@supabase/realtime-js';
import type { WebSocketClientOptions } from '@trpc/client';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';

const url = 'wss://example.com';

class Mute {
  constructor(readonly url: string) {}
}

// @ts-expect-error it cannot send
export const stomp: Client['webSocketFactory'] = () => new Mute(url);
// @ts-expect-error it cannot send
export const nats: WsConnectionOptions = { wsFactory: async () => ({ socket: new Mute(url), encrypted: true }) };
// @ts-expect-error it cannot send
export const supabase: RealtimeClientOptions = { transport: Mute };
// @ts-expect-error it cannot send
export const trpc: WebSocketClientOptions = { url, WebSocket: Mute };
// @ts-expect-error it cannot send
new WebsocketProvider(url, 'room', new Doc(), { WebSocketPolyfill: Mute });
