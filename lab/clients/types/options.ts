/** What each client's option asks for takes the class, and the class that `with` gives. */
import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { IHttpConnectionOptions } from '@microsoft/signalr';
import type { WsConnectionOptions } from '@nats-io/nats-core';
import type { adapters } from '@rails/actioncable';
import type { Client } from '@stomp/stompjs';
import type { RealtimeClientOptions } from '@supabase/realtime-js';
import type { WebSocketClientOptions } from '@trpc/client';
import type { Options as CentrifugeOptions } from 'centrifuge';
import type { ClientOptions as GraphqlOptions } from 'graphql-ws';
import { network, Socket } from 'mde-websocket/wechat/websocket';
import type { Options as PartyOptions } from 'partysocket/ws';
import type { SocketConnectOption } from 'phoenix';
import type { Options as ReconnectingOptions } from 'reconnecting-websocket';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';

const url = 'wss://example.com';

export function optionsWith(Link: typeof Socket) {
  const stomp: Client['webSocketFactory'] = () => new Link(url, ['v12.stomp']);
  const nats: WsConnectionOptions = { wsFactory: async (server) => ({ socket: new Link(server), encrypted: true }) };
  // Its declarations leave the option out, so that a literal of the type may not have it.
  const withSocket = { skipNegotiation: true, WebSocket: Link };
  const signalr: IHttpConnectionOptions = withSocket;
  const graphql: GraphqlOptions = { url, webSocketImpl: Link };
  const centrifuge: Partial<CentrifugeOptions> = { websocket: Link, networkEventTarget: network };
  const phoenix: Partial<SocketConnectOption> = { transport: Link };
  const cable: (typeof adapters)['WebSocket'] = Link;
  const supabase: RealtimeClientOptions = { transport: Link };
  const reconnecting: ReconnectingOptions = { WebSocket: Link };
  const party: PartyOptions = { WebSocket: Link };
  const trpc: WebSocketClientOptions = { url, WebSocket: Link };
  const y = new WebsocketProvider(url, 'room', new Doc(), { WebSocketPolyfill: Link });
  const hocuspocus = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: Link });
  return {
    stomp,
    nats,
    signalr,
    graphql,
    centrifuge,
    phoenix,
    cable,
    supabase,
    reconnecting,
    party,
    trpc,
    y,
    hocuspocus,
  };
}

optionsWith(Socket.with({ idleTimeout: 30000 }));
