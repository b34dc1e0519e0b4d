import type { ConnectParams, Host, SocketTask } from './port';

/** Bytes or text, as every host can carry it. */
export type Data = string | ArrayBuffer;

/** Bytes or text as `send` takes it; of a view exactly its own bytes are sent. */
export type Sendable = Data | ArrayBufferView;

/** Why an attempt ended. */
export type CloseCause =
  /** The host or the server ended it. */
  | 'host'
  /** It did not open within `connectTimeout`. */
  | 'connect-timeout'
  /** The server was silent for `pongTimeout` after a ping. */
  | 'pong-timeout'
  /** `params()` threw, rejected or gave no object. */
  | 'params'
  /** `task.reconnect()` replaced it. */
  | 'replaced'
  /** Another task took the host's only socket. */
  | 'superseded'
  /** `task.close()`. */
  | 'user';

export interface OpenEvent {
  /** What the host itself reported, if anything. */
  raw: any;
}

export interface MessageEvent {
  data: Data;
  /** The host's own event. */
  raw: any;
}

export interface ErrorEvent {
  errMsg: string;
  /** The host's own error. */
  raw: any;
}

export interface CloseEvent {
  /** The close code; 1006 where the host gave none. */
  code: number;
  reason: string;
  cause: CloseCause;
  /** Whether this attempt had opened. */
  wasOpen: boolean;
  /** Whether one `reconnect` event and one more attempt follow. */
  willReconnect: boolean;
  /** The host's own event, where it reported one. */
  raw: any;
}

export interface ReconnectEvent {
  /** Number of the coming attempt since the link was lost, from 1. */
  attempt: number;
  /** Pause before it, in milliseconds. */
  delay: number;
  /** Why the attempt before it ended. */
  cause: CloseCause;
}

export interface TaskEvents {
  open: OpenEvent;
  message: MessageEvent;
  error: ErrorEvent;
  close: CloseEvent;
  reconnect: ReconnectEvent;
}

export type State = 'connecting' | 'open' | 'waiting' | 'closed';

/** What `reconnectTimeout` as a function is told. */
export interface ReconnectContext {
  /** Number of the coming attempt since the link was lost, from 1. */
  attempt: number;
  /** Milliseconds since the link was lost. */
  elapsed: number;
  /** The close event of the attempt that just ended. */
  close: CloseEvent;
}

/** One transition of a task, free of addresses, headers and message bodies. */
export interface LogEntry {
  /** The state just entered. */
  state: State;
  /** Number of attempts since the link was lost, 0 for a first connection. */
  attempt: number;
  /** On `waiting` and `closed`: why the last attempt ended. */
  cause?: CloseCause;
  /** On `waiting` and `closed`: its close code. */
  code?: number;
  /** On `waiting`: milliseconds until the next attempt. */
  delay?: number;
}

/** The options that have a default. */
export interface Settings {
  /**
   * Silence from the server, in milliseconds, after which a ping goes out; any inbound message restarts it.
   * `0` or `Infinity`: no heartbeat. Default 15000.
   */
  pingTimeout?: number;
  /** Silence after a ping, in milliseconds, after which the link counts as dead. Default 10000. */
  pongTimeout?: number;
  /** What a ping sends; as a function it is called for every ping. Default `"heartbeat"`. */
  pingMsg?: Sendable | (() => Sendable);
  /** A message it accepts counts as life but is not delivered. Default: none. */
  isPong?: (data: Data) => boolean;
  /**
   * Pause before the next attempt, in milliseconds, or a function that returns it; see `backoff`. Default 2000.
   * A function that throws or returns no such number is reported and 2000 is used.
   */
  reconnectTimeout?: number | ((context: ReconnectContext) => number);
  /** Attempts after a loss before giving up: `null` never gives up, `0` never retries. Default `null`. */
  repeatLimit?: number | null;
  /** How long a link must stay open, in milliseconds, before the attempt count starts from zero. Default 5000. */
  minUptime?: number;
  /** Bound on one attempt, from its start (`params()` included) to open, in milliseconds. Default 10000. */
  connectTimeout?: number;
  /**
   * Asked once for every attempt that ended of itself, with the real close code, unless `repeatLimit` is spent.
   * Default: always.
   */
  shouldReconnect?: (close: CloseEvent) => boolean;
  /**
   * Messages kept while not open; when full the oldest is dropped and its `fail` called. `0` keeps nothing.
   * Default 100.
   */
  queueLimit?: number;
  /**
   * When the app comes to the foreground or the network comes back, a waiting task connects at once and an open one
   * is probed with a ping at once. Default `true`.
   */
  wake?: boolean;
  /** Called with one entry per transition. Default: none. */
  logger?: (entry: LogEntry) => void;
}

/** The arguments of the host's `connectSocket`, or a function called before every attempt (0 is a first connection). */
export type Params = ConnectParams | ((attempt: number) => ConnectParams | Promise<ConnectParams>);

export interface Options extends Settings {
  /**
   * The object that carries the mini-program socket API: `wx`, `my`, `swan`, `tt`, `qq`, `Taro`, `uni`, …
   * @only givenHost
   */
  platform: Host;
  /** Passed on to the host's `connectSocket` as a copy; as a function it can give each attempt a fresh token. */
  params: Params;
}

/** The option names of version 1. */
export interface LegacyOptions extends Settings {
  /**
   * Old name of `platform`.
   * @only givenHost
   */
  miniprogram: Host;
  /** Old name of `params`. */
  connectSocketParams: Params;
}

/** The options as a task uses them, every default filled in. */
export interface ResolvedOptions {
  /** @only givenHost */
  readonly platform: Host;
  readonly params: Params;
  readonly pingTimeout: number;
  readonly pongTimeout: number;
  readonly pingMsg: Sendable | (() => Sendable);
  readonly isPong: ((data: Data) => boolean) | null;
  readonly reconnectTimeout: number | ((context: ReconnectContext) => number);
  readonly repeatLimit: number | null;
  readonly minUptime: number;
  readonly connectTimeout: number;
  readonly shouldReconnect: ((close: CloseEvent) => boolean) | null;
  readonly queueLimit: number;
  readonly wake: boolean;
  readonly logger: ((entry: LogEntry) => void) | null;
}

export interface Message {
  data: Sendable;
  /** Called when the host took the message, with what the host says. That the server has it is not implied. */
  success?: (result: any) => void;
  /**
   * Called when the message was not sent, with the host's error or ours; at once if the queue is full or the task is
   * closed, so do not send again from here.
   */
  fail?: (error: any) => void;
  /** Called after `success` or `fail`. */
  complete?: (result: any) => void;
}

export interface CloseOptions {
  /** 1000 or 3000 to 4999; anything else becomes 1000. Default 1000. */
  code?: number;
  /** At most 123 bytes of UTF-8; a longer one is cut. Default empty. */
  reason?: string;
  success?: (result: any) => void;
  fail?: (error: any) => void;
  complete?: (result: any) => void;
}

/** A link that stays up. */
export interface Task {
  /** Called when an attempt opened. Messages sent meanwhile go out ahead of what this handler sends. */
  onOpen: ((event: OpenEvent) => void) | null;
  onMessage: ((event: MessageEvent) => void) | null;
  onError: ((event: ErrorEvent) => void) | null;
  /** Called exactly once for every attempt, whatever the host reported. */
  onClose: ((event: CloseEvent) => void) | null;
  /** Called after a `close` with `willReconnect: true`, when the pause before the next attempt begins. */
  onReconnect: ((event: ReconnectEvent) => void) | null;
  /**
   * Adds one more handler; any number per type.
   * @returns removes this handler
   * @throws TypeError for an unknown type or a handler that is not a function
   * @example
   * const stop = task.on('message', ({ data }) => console.log(data));
   */
  on<Type extends keyof TaskEvents>(type: Type, handler: (event: TaskEvents[Type]) => void): () => void;
  /**
   * Sends data, now if the link is open, else as soon as it is (see `queueLimit`). Delivered at most once, in order.
   * @returns whether it was handed to the host now
   * @example
   * task.send('hello');
   * task.send({ data: new Uint8Array([1, 2]), fail: ({ errMsg }) => console.warn(errMsg) });
   */
  send(message: Message | Sendable): boolean;
  /**
   * Ends the task: no reconnect, no timer, no listener left on the host. Repeatable without effect.
   * @example
   * task.close({ code: 4000, reason: 'signed out' });
   */
  close(options?: CloseOptions): void;
  /**
   * Drops the current link, if any (cause `replaced`), and connects at once with a fresh count. While waiting it only
   * ends the wait; a closed or superseded task it revives.
   */
  reconnect(): void;
  readonly state: State;
  /**
   * The host's own connection object of the current attempt, `null` until there is one. What is registered on it is
   * lost at the next reconnect.
   */
  readonly socketTask: SocketTask;
  /** The resolved options. */
  readonly opts: ResolvedOptions;
  /** Milliseconds from the last ping to the first message after it; `null` before. */
  readonly latency: number | null;
}
