/*
 * mde-websocket 2.0.0, MIT licence
 * The standard WebSocket class over the host's own sockets, for HarmonyOS atomic services.
 *
 * import { Socket, network } from './harmony-websocket';
 */

/** What a host says: of any shape, with any field or none. */
type Raw = any;
/**
 * What `connectSocket` takes: the address, and whatever else the host documents.
 * @see https://developer.huawei.com
 */
interface ConnectParams {
  /** Address of the server, `wss://…`. */
  url: string;
  /** Header of the handshake, without Referer. */
  header?: Record<string, string>;
  protocols?: string[];
  success?: (result: any) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: any) => void;
}

/** Bytes or text, as every host can carry it. */
type Data = string | ArrayBuffer;
/** Bytes or text as `send` takes it; of a view exactly its own bytes are sent. */
type Sendable = Data | ArrayBufferView;

/** An event of a socket or of `network`. */
interface Event {
  /** `open`, `message`, `error`, `close`; of `network`, `online`, `offline`, `visible`, `hidden`. */
  readonly type: string;
  /** What it happened to. */
  readonly target: Raw;
  /** The same while listeners are called, `null` before and after. */
  readonly currentTarget: Raw;
  /** When it happened, in milliseconds since 1970. */
  readonly timeStamp: number;
}
/** What `message` listeners are told. */
interface MessageEvent extends Event {
  /** Text, or bytes as an `ArrayBuffer`, whatever `binaryType` says. */
  readonly data: Data;
}
/** What `error` listeners are told; `close` comes right after it. */
interface ErrorEvent extends Event {
  /** What the host said, or why the socket was given up. */
  readonly message?: string;
}
/** What `close` listeners are told: once for each socket, and the last. */
interface CloseEvent extends Event {
  /** The close code: the server's where the host tells it, 1005 where none was given, 1006 for a link that was lost. */
  readonly code: number;
  /** The reason of whoever closed it; empty where there is none. */
  readonly reason: string;
  /** Whether it was closed on purpose and the host confirmed that. */
  readonly wasClean: boolean;
}
/** The events of a socket by their types. */
interface WebSocketEvents {
  /** It is open. */
  open: Event;
  /** The server sent a message. */
  message: MessageEvent;
  /** It has failed. */
  error: ErrorEvent;
  /** It is closed. */
  close: CloseEvent;
}
/** A handler of a socket. Its type is a method's, so that one written for the events of a browser fits as well. */
type Handler<Type> = HandlerObject<Type>['handleEvent'] | null;
/** A function, or an object with `handleEvent`. */
type Listener<Type> = HandlerObject<Type>['handleEvent'] | HandlerObject<Type>;
/** An object that listens. */
interface HandlerObject<Type> {
  /** Called with each event. */
  handleEvent(event: Type): void;
}
/** What `addEventListener` takes besides. */
interface ListenerOptions {
  /** Listeners that differ in it are not the same. Default `false`. */
  capture?: boolean;
  /** It is called once, and removed before that. Default `false`. */
  once?: boolean;
  /** An `AbortSignal`: the listener is gone once it is aborted. Default: none. */
  signal?: Raw;
}
/** An object that listeners can be added to. */
interface EventTarget {
  /**
   * Adds a listener. It is called in the order in which they were added; one that throws is reported, and the others run.
   * @example
   * network.addEventListener('online', () => client.reconnect());
   */
  addEventListener(type: string, listener: Listener<Raw> | null, options?: boolean | ListenerOptions): void;
  /** Removes a listener. */
  removeEventListener(type: string, listener: Listener<Raw> | null, options?: boolean | ListenerOptions): void;
  /**
   * Calls the listeners of an event.
   * @returns `false` if one of them has prevented its default
   */
  dispatchEvent(event: Raw): boolean;
}
/** A Blob, told by what no text and no bytes have. */
interface BlobLike {
  /** Bytes. */
  readonly size: number;
  /** MIME type, empty where it has none. */
  readonly type: string;
}
/** One socket of the host, as the standard has it. It is not opened again: reconnecting is the client's work. */
interface SocketInstance extends EventTarget {
  /** 0 */
  readonly CONNECTING: 0;
  /** 1 */
  readonly OPEN: 1;
  /** 2 */
  readonly CLOSING: 2;
  /** 3 */
  readonly CLOSED: 3;
  /** 0 connecting, 1 open, 2 closing, 3 closed. */
  readonly readyState: 0 | 1 | 2 | 3;
  /** Its address, `http` as `ws` and with a path. */
  readonly url: string;
  /** The subprotocol that the server chose: from the header of its answer where the host gives it, else the only one asked for. */
  readonly protocol: string;
  /** Always empty. */
  readonly extensions: '';
  /** Bytes that were given to `send` and of which the host has not said that it took them. */
  readonly bufferedAmount: number;
  /** What was set, and nothing more: bytes always come as an `ArrayBuffer`. Default `'blob'`. */
  binaryType: 'blob' | 'arraybuffer';
  /** Called when it is open. */
  onopen: Handler<Event>;
  /** Called for every message of the server. */
  onmessage: Handler<MessageEvent>;
  /** Called when it has failed; `close` comes right after. */
  onerror: Handler<ErrorEvent>;
  /** Called exactly once, whatever the host does. */
  onclose: Handler<CloseEvent>;
  /**
   * Sends text or bytes, of a view exactly its own. After closing they are dropped, and counted in `bufferedAmount`. What
   * the host refuses ends the socket with 1006.
   * @throws InvalidStateError while it is connecting; TypeError for a Blob
   * @example
   * socket.send(new Uint8Array([1, 2]));
   */
  send(data: Sendable): void;
  /** @deprecated It throws a TypeError: no host carries a Blob. It is here for what asks for the WebSocket of a browser. */
  send(data: Sendable | BlobLike): void;
  /**
   * Closes it. The event `close` follows within `closeTimeout`, also on a host that stays silent.
   * @param code 1000, or 3000 to 4999. Default: none, which is reported as 1005
   * @param reason at most 123 bytes of UTF-8. Default empty
   * @throws InvalidAccessError for another code; SyntaxError for a longer reason
   * @example
   * socket.close(4000, 'signed out');
   */
  close(code?: number, reason?: string): void;
  /**
   * Adds a listener of an event of sockets.
   * @example
   * socket.addEventListener('message', ({ data }) => console.log(data), { once: true });
   */
  addEventListener<Type extends keyof WebSocketEvents>(
    type: Type,
    listener: Listener<WebSocketEvents[Type]> | null,
    options?: boolean | ListenerOptions
  ): void;
  /** Adds a listener of another event, for what `dispatchEvent` is given. */
  addEventListener(type: string, listener: Listener<Raw> | null, options?: boolean | ListenerOptions): void;
  /** Removes a listener: the same function or object, with the same `capture`. */
  removeEventListener<Type extends keyof WebSocketEvents>(
    type: Type,
    listener: Listener<WebSocketEvents[Type]> | null,
    options?: boolean | ListenerOptions
  ): void;
  /** Removes a listener of another event. */
  removeEventListener(type: string, listener: Listener<Raw> | null, options?: boolean | ListenerOptions): void;
}
/** Further arguments of the host's `connectSocket`; those of the constructor go first. */
type SocketParams = Partial<Pick<ConnectParams, Exclude<keyof ConnectParams, 'url' | 'protocols'>>>;
/** What `with` binds to a class. */
interface WebSocketOptions {
  /**
   * Further arguments of the host's `connectSocket`, or a function that is called for each socket and gives them at
   * once, so that a token can be fresh. Default: none.
   */
  params?: SocketParams | (() => SocketParams);
  /** What does not open within this ends, with `error` and `close`. Milliseconds. Default 10000. */
  openTimeout?: number;
  /** How long after `close()` the host has to confirm it; then `close` comes all the same, with 1006. Milliseconds. Default 2000. */
  closeTimeout?: number;
  /**
   * A socket that hears nothing of its server for so long is dead, and ends with 1006: for clients without a heartbeat
   * of their own, whose server does send something from time to time. Time in which the program sleeps does not count;
   * after a return to the foreground it is 5000 at the most, once. Milliseconds. Default `Infinity`.
   */
  idleTimeout?: number;
}
/** A class of sockets. */
interface WebSocketClass {
  /** What all sockets of this class have in common. */
  readonly prototype: SocketInstance;
  /**
   * Connects. Nothing is reported before the constructor has returned.
   * @param url `wss://…`; `https` is taken as `wss`
   * @param protocols subprotocols to choose from. Default: none
   * @throws SyntaxError for an address that is none, or a subprotocol that is none or there twice; TypeError where the
   * host has no sockets
   */
  new (
    url:
      | string
      | {
          toString(): string;
        },
    protocols?: string | string[]
  ): SocketInstance;
  /** 0 */
  readonly CONNECTING: 0;
  /** 1 */
  readonly OPEN: 1;
  /** 2 */
  readonly CLOSING: 2;
  /** 3 */
  readonly CLOSED: 3;
  /**
   * A class of the same shape with these options bound, besides those bound before.
   * @example
   * const Authorised = Socket.with({ params: () => ({ header: { Authorization: token() } }), idleTimeout: 30000 });
   */
  with(options: WebSocketOptions): WebSocketClass;
}

/** One socket of the class. */
type Socket = SocketInstance;
/**
 * The standard `WebSocket` class over the host's sockets, for clients that take one. It is `WebSocket` and `Socket` and
 * the default: in WeChat's modules the first name is taken.
 *
 * @example
 * import { Socket } from 'mde-websocket/__ENTRY__/websocket';
 * const client = createClient({ url: 'wss://example.com/graphql', webSocketImpl: Socket });
 */
declare const Socket: WebSocketClass;

/**
 * Tells of the app and the network by the events `online`, `offline`, `visible` and `hidden`. Every report of the host that
 * there is a network is an `online`.
 *
 * @example
 * network.addEventListener('online', () => client.reconnect());
 */
declare const network: EventTarget;

export { Socket, Socket as WebSocket, Socket as default, network };
export type {
  BlobLike,
  CloseEvent,
  Data,
  ErrorEvent,
  Event,
  EventTarget,
  Handler,
  HandlerObject,
  Listener,
  ListenerOptions,
  MessageEvent,
  Sendable,
  SocketInstance,
  SocketParams,
  WebSocketClass,
  WebSocketEvents,
  WebSocketOptions,
};
