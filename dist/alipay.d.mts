/*
 * mde-websocket 2.0.0, MIT licence
 * A WebSocket connection that stays up, for Alipay mini programs.
 *
 * import MdeWebsocket from './alipay';
 */

/** What a host says: of any shape, with any field or none. */
type Raw = any;
/** What a host reports of a socket that opened. */
type OpenReport =
  | undefined
  | {
      /** 数据 */
      data: IOnSocketTaskOpenData;
    }
  | {
      header?: Record<string, string>;
    };
/** What a host reports of a message. */
type MessageReport =
  | {
      /** 数据 */
      data: IOnSocketTaskMessageData;
    }
  | {
      /** 服务器返回的消息：普通的文本 string 或者经 base64 编码后的 string */
      data: string | ArrayBuffer;
      /** 如果此字段值为 true，data 字段表示接收到的经过了 base64 编码后的 string，否则 data 字段表示接收到的普通 string 文本 */
      isBuffer: boolean;
    };
/** What a host reports of a socket that closed. */
type CloseReport =
  | {
      /** 数据 */
      data: IOnSocketTaskCloseData;
    }
  | {
      /** 关闭的原因 */
      reason: string;
    };
/** What a host says of a message that it took. */
type SendResult = {
  /** 是否成功 */
  success: boolean;
};
/**
 * What `connectSocket` takes: the address, and whatever else the host documents.
 * @see https://opendocs.alipay.com/mini/api/vx19c3
 */
interface ConnectParams {
  /** 使用 SocketTask 模式，允许创建多条 socket 连接 */
  multiple?: boolean;
  /**
   * 目标服务器接口地址。
   * - 部分新发布的小程序只支持 wss 协议。
   */
  url: string;
  /** 请求的参数。 */
  data?: Record<string, unknown>;
  /** 设置请求的头部。 */
  header?: Record<string, string>;
  /** 协议 */
  protocols?: string[];
  /** Milliseconds until an attempt to connect fails, 30000 by default. Client 10.3.30 and later. */
  timeout?: number;
  /** Called when the host took the call, before the connection is open. */
  success?: (result: any) => void;
  /** Called when the host refuses the call, or the attempt fails. */
  fail?: (error: ConnectRefusal) => void;
  /** Called after `success` or `fail`. */
  complete?: (result: any) => void;
}
/** The host's own object for one socket. Every attempt gets a new one; each listener is registered once and never removed. */
interface SocketTask {
  /**
   * 关闭 WebSocket 连接
   * @see https://opendocs.alipay.com/mini/api/vx19c3#SocketTask
   */
  close(object?: {
    /**
     * 关闭连接的状态号
     * @default 1000
     */
    code?: number;
    /**
     * 连接被关闭的原因
     * @description 这个字符串必须是不长于 123 字节的 UTF-8 文本（不是字符）
     */
    reason?: string;
    /** 接口调用成功的回调函数 */
    success?(data: {
      /** 消息内容 */
      message: string;
    }): void;
    /** 接口调用失败的回调函数 */
    fail?(err: { error?: number; errorMessage?: string }): void;
    /** 接口调用结束的回调函数（调用成功、失败都会执行） */
    complete?(
      arg:
        | {
            /** 消息内容 */
            message: string;
          }
        | {
            error?: number;
            errorMessage?: string;
          }
    ): void;
  }): Promise<{
    /** 消息内容 */
    message: string;
  }>;
  /** 取消监听 WebSocket 关闭消息 */
  offClose(
    cb?: (arg: {
      /** 数据 */
      data: IOnSocketTaskCloseData;
    }) => void
  ): void;
  /** 取消监听 WebSocket 错误消息 */
  offError(
    cb?: (arg: {
      /** 数据 */
      data: IOnSocketTaskErrorData;
      /** 错误码 */
      error: number;
    }) => void
  ): void;
  /**
   * 取消监听 WebSocket 消息
   * @see https://opendocs.alipay.com/mini/api/vx19c3#SocketTask
   */
  offMessage(
    cb?: (arg: {
      /** 数据 */
      data: IOnSocketTaskMessageData;
    }) => void
  ): void;
  /**
   * 取消监听 WebSocket open 事件
   * @see https://opendocs.alipay.com/mini/api/vx19c3#SocketTask
   */
  offOpen(
    cb?: (arg: {
      /** 数据 */
      data: IOnSocketTaskOpenData;
    }) => void
  ): void;
  /**
   * 监听 WebSocket 关闭消息
   * @see https://opendocs.alipay.com/mini/api/vx19c3#SocketTask
   */
  onClose(
    cb: (arg: {
      /** 数据 */
      data: IOnSocketTaskCloseData;
    }) => void
  ): void;
  /**
   * 监听 WebSocket 错误消息
   * @see https://opendocs.alipay.com/mini/api/vx19c3#SocketTask
   */
  onError(
    cb: (arg: {
      /** 数据 */
      data: IOnSocketTaskErrorData;
      /** 错误码 */
      error: number;
    }) => void
  ): void;
  /**
   * 监听 WebSocket 消息
   * @see https://opendocs.alipay.com/mini/api/vx19c3#SocketTask
   */
  onMessage(
    cb: (arg: {
      /** 数据 */
      data: IOnSocketTaskMessageData;
    }) => void
  ): void;
  /**
   * 监听 WebSocket open 事件
   * @see https://opendocs.alipay.com/mini/api/vx19c3#SocketTask
   */
  onOpen(
    cb: (arg: {
      /** 数据 */
      data: IOnSocketTaskOpenData;
    }) => void
  ): void;
  /**
   * 通过 WebSocket 连接发送数据
   * @see https://opendocs.alipay.com/mini/api/vx19c3#SocketTask
   */
  send(object: {
    /** 需要发送的内容：普通的文本内容 string 或者经 Base64 编码后的 string。 */
    data: string;
    /** 接口调用成功的回调函数 */
    success?(data: {
      /** 是否成功 */
      success: boolean;
    }): void;
    /** 接口调用失败的回调函数 */
    fail?(err: { error?: number; errorMessage?: string }): void;
    /** 接口调用结束的回调函数（调用成功、失败都会执行） */
    complete?(
      arg:
        | {
            /** 是否成功 */
            success: boolean;
          }
        | {
            error?: number;
            errorMessage?: string;
          }
    ): void;
  }): Promise<{
    /** 是否成功 */
    success: boolean;
  }>;
}
interface ConnectRefusal {
  /** The host's number for it. */
  error?: number;
  /** The host's text for it. */
  errorMessage?: string;
}
interface IOnSocketTaskCloseData {
  /** 唯一标识 */
  socketTaskID: string;
}
interface IOnSocketTaskErrorData {
  /** 唯一标识 */
  socketTaskID: string;
}
interface IOnSocketTaskMessageData {
  /** 唯一标识 */
  socketTaskID: string;
  /** 消息 */
  data: string | ArrayBuffer;
  /** 是否 Buffer 类型 */
  isBuffer: boolean;
}
interface IOnSocketTaskOpenData {
  /** 唯一标识 */
  socketTaskID: string;
}

/** Bytes or text, as every host can carry it. */
type Data = string | ArrayBuffer;
/** Bytes or text as `send` takes it; of a view exactly its own bytes are sent. */
type Sendable = Data | ArrayBufferView;
/** Why an attempt ended. */
type CloseCause =
  /** The host or the server ended it, or the host refused a ping. */
  | 'host'
  /** It did not open within `connectTimeout`. */
  | 'connect-timeout'
  /** The server was silent for `pongTimeout` after a ping, or for `probeTimeout` after a probe. */
  | 'pong-timeout'
  /** `params()` threw, rejected or gave no object. */
  | 'params'
  /** `connectSocket` gave something that is no socket. Nothing follows. */
  | 'platform'
  /** It was still connecting when the app or the network came back. */
  | 'stale'
  /** `task.reconnect()` replaced it. */
  | 'replaced'
  /** Another task took the host's only socket. Nothing follows. */
  | 'superseded'
  /** `task.close()`. Nothing follows. */
  | 'user';
/** What `onOpen` is told. */
interface OpenEvent {
  /** What the host itself reported, if anything; where it gives the answer's header, that is in it. */
  raw: OpenReport | undefined;
}
/** What `onMessage` is told. */
interface MessageEvent {
  /** Text, or bytes as an `ArrayBuffer` on every host. */
  data: Data;
  /** The host's own event. */
  raw: MessageReport;
}
/** What `onError` is told. */
interface ErrorEvent {
  /** The host's own text, `error 12` where it gives only a number. */
  errMsg: string;
  /** The host's own error, or what was thrown: of any shape. */
  raw: Raw;
}
/** What `onClose` is told. */
interface CloseEvent {
  /** The close code; 1006 where the host gave none or 0. */
  code: number;
  /** What the host or the server said, else the text of the error that ended the attempt; empty for a timeout. */
  reason: string;
  /** Why it ended. */
  cause: CloseCause;
  /** Whether this attempt had opened. */
  wasOpen: boolean;
  /** Whether one `reconnect` event and one more attempt follow. */
  willReconnect: boolean;
  /** The host's own event, where it reported one. */
  raw: CloseReport | undefined;
}
/** What `onReconnect` is told. */
interface ReconnectEvent {
  /** Number of the coming attempt since the link was lost, from 1; 0 where the count starts afresh. */
  attempt: number;
  /** Pause before it, in milliseconds. */
  delay: number;
  /** Why the attempt before it ended. */
  cause: CloseCause;
}
/** What handlers of `state` are told. */
interface StateEvent {
  /** The state just entered. */
  state: State;
  /** The one before it. */
  previous: State;
}
/** The events of a task by their types. */
interface TaskEvents {
  /** An attempt opened. */
  open: OpenEvent;
  /** The server sent a message. */
  message: MessageEvent;
  /** An attempt failed; its `close` follows. */
  error: ErrorEvent;
  /** An attempt ended. */
  close: CloseEvent;
  /** The pause before the next attempt begins. */
  reconnect: ReconnectEvent;
  /** The state changed; just before the `open` or `close` that belongs to it. */
  state: StateEvent;
}
/** Where a task is: `waiting` is the pause before the next attempt. */
type State = 'connecting' | 'open' | 'waiting' | 'closed';
/** What `reconnectTimeout` as a function is told. */
interface ReconnectContext {
  /** Number of the coming attempt since the link was lost, from 1. */
  attempt: number;
  /** Milliseconds since the link was lost. */
  elapsed: number;
  /** The close event of the attempt that just ended. */
  close: CloseEvent;
}
/** One transition of a task, free of addresses, headers and message bodies. */
interface LogEntry {
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
interface Settings {
  /**
   * Silence from the server, in milliseconds, after which a ping goes out; any inbound message restarts it.
   * `0` or `Infinity`: no heartbeat. Default 15000.
   */
  pingTimeout?: number;
  /** Silence after a ping, in milliseconds, after which the link counts as dead. Default 10000. */
  pongTimeout?: number;
  /**
   * The same after a probe, where a user is waiting: the ping that goes out when the app or the network is back, or
   * the host refuses a message. Never longer than `pongTimeout`, never shorter than twice the last `latency`.
   * Milliseconds. Default 3000.
   */
  probeTimeout?: number;
  /**
   * A ping goes out when nothing was sent for this long, however much comes in: for servers that drop a client they
   * do not hear. Without a heartbeat there is none. Milliseconds. Default `Infinity`.
   */
  pingEvery?: number;
  /**
   * What a ping sends; as a function it is called for every ping. One that throws or returns neither text nor bytes
   * is reported, and `"heartbeat"` goes out. Default `"heartbeat"`.
   */
  pingMsg?: Sendable | (() => Sendable);
  /** A message it accepts counts as life but is not delivered. Default: none. */
  isPong?: (data: Data) => boolean;
  /**
   * Pause before the next attempt, in milliseconds, or a function that returns it; see `backoff`. Default 2000.
   * A function that throws or returns no such number is reported and 2000 is used.
   */
  reconnectTimeout?: number | ((context: ReconnectContext) => number);
  /**
   * Attempts after a loss before giving up: `null` never gives up, `0` never retries. Those that end while the app is
   * hidden or the network is gone do not count. Default `null`.
   */
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
   * Messages kept while the link is not open or in doubt; when full the oldest is dropped and its `fail` called. `0`
   * keeps nothing. Default 100.
   */
  queueLimit?: number;
  /**
   * When the app comes to the foreground or the network changes, a waiting task connects at once and an open link is
   * probed. Default `true`.
   */
  wake?: boolean;
  /** Called with one entry per transition. Default: none. */
  logger?: (entry: LogEntry) => void;
}
/** The arguments of the host's `connectSocket`, or a function called before every attempt (0 is a first connection). */
type Params = ConnectParams | ((attempt: number) => ConnectParams | Promise<ConnectParams>);
/** The options of a task. */
interface Options extends Settings {
  /** Passed on to the host's `connectSocket` as a copy; as a function it can give each attempt a fresh token. */
  params: Params;
}
/** The option names of version 1. */
interface LegacyOptions extends Settings {
  /** Old name of `params`. */
  connectSocketParams: Params;
}
/** The options as a task uses them, every default filled in. */
interface ResolvedOptions {
  /** See `Options`. */
  readonly params: Params;
  /** Milliseconds. */
  readonly pingTimeout: number;
  /** Milliseconds. */
  readonly pongTimeout: number;
  /** Milliseconds. */
  readonly probeTimeout: number;
  /** Milliseconds, or `Infinity`. */
  readonly pingEvery: number;
  /** What a ping sends. */
  readonly pingMsg: Sendable | (() => Sendable);
  /** `null` where none was given. */
  readonly isPong: ((data: Data) => boolean) | null;
  /** Milliseconds, or the function that returns them. */
  readonly reconnectTimeout: number | ((context: ReconnectContext) => number);
  /** `null`: no limit. */
  readonly repeatLimit: number | null;
  /** Milliseconds. */
  readonly minUptime: number;
  /** Milliseconds. */
  readonly connectTimeout: number;
  /** `null` where none was given. */
  readonly shouldReconnect: ((close: CloseEvent) => boolean) | null;
  /** Messages. */
  readonly queueLimit: number;
  /** Whether the app and the network are heeded. */
  readonly wake: boolean;
  /** `null` where none was given. */
  readonly logger: ((entry: LogEntry) => void) | null;
}
/** What `send` takes, as on the host. */
interface Message {
  /** Text, bytes, or a view of bytes. */
  data: Sendable;
  /** Called when the host took the message, with what the host says. That the server has it is not implied. */
  success?: (result: SendResult) => void;
  /**
   * Called when the message was not sent, with the host's error or ours; at once if the queue is full or the task is
   * closed, so do not send again from here.
   */
  fail?: (error: Raw) => void;
  /** Called after `success` or `fail`. */
  complete?: (result: Raw) => void;
}
/** What `close` takes, as on the host. */
interface CloseOptions {
  /** 1000 or 3000 to 4999; anything else becomes 1000. Default 1000. */
  code?: number;
  /** At most 123 bytes of UTF-8; a longer one is cut between characters. Default empty. */
  reason?: string;
  /** Called when the task is closed; the host may not have confirmed that yet. */
  success?: (result: { errMsg: string }) => void;
  /** Never called: what the host refuses is asked for once more. */
  fail?: (error: Raw) => void;
  /** Called after `success`. */
  complete?: (result: { errMsg: string }) => void;
}
/** A link that stays up. */
interface Task {
  /** Called when an attempt opened. Messages sent meanwhile go out ahead of what this handler sends. */
  onOpen: ((event: OpenEvent) => void) | null;
  /** Called for every message of the server that `isPong` does not accept. */
  onMessage: ((event: MessageEvent) => void) | null;
  /** Called when an attempt fails, before its `close`. */
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
   * Sends data, now if the link is open and not in doubt, else as soon as it is (see `queueLimit`). Delivered at most
   * once, in order. What no host can carry is not sent: `fail` says why, or the same TypeError is reported.
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
   * Drops the current link, if any (cause `replaced`), and connects at once, as attempt 0 with all of `repeatLimit`
   * left. While waiting it ends the wait; a closed or superseded task it revives.
   * @example
   * button.onTap = () => task.reconnect();
   */
  reconnect(): void;
  /** Where the task is. */
  readonly state: State;
  /**
   * The host's own connection object of the current attempt, `null` until there is one. What is registered on it is
   * lost at the next reconnect.
   */
  readonly socketTask: SocketTask | null;
  /** The resolved options. */
  readonly opts: ResolvedOptions;
  /** Milliseconds from the last ping to the first message after it; `null` before. */
  readonly latency: number | null;
}

/** What `backoff` takes. */
interface BackoffOptions {
  /** Upper bound of the first pause, in milliseconds. Default 1000. */
  min?: number;
  /** Upper bound of every pause, in milliseconds. Default 30000. */
  max?: number;
  /** How much the upper bound grows with each attempt. Default 2. */
  factor?: number;
}
/**
 * A `reconnectTimeout` for servers with many clients: exponential backoff with full jitter. The pause before attempt
 * `n` is uniform between 0 and `min(max, min * factor ** (n - 1))`, so clients cut together do not return together.
 *
 * @example
 * MdeWebsocket({ params: { url }, reconnectTimeout: backoff({ max: 60000 }) })
 */
declare function backoff(options?: BackoffOptions): (context: ReconnectContext) => number;

/**
 * Connects and keeps the link up.
 *
 * @returns a promise of the task, fulfilled as soon as the first attempt is under way; it does not wait for the
 * connection. It rejects only with a TypeError for an option that is missing, ill-typed or out of range.
 * @example
 * MdeWebsocket({ params: { url: 'wss://example.com' } }).then((task) => {
 *   task.onMessage = ({ data }) => console.log(data);
 *   task.send('hello');
 * });
 */
declare function MdeWebsocket(options: Options | LegacyOptions): Promise<Task>;
/** The version of this package. */
declare const VERSION = '2.0.0';

declare namespace MdeWebsocket {
  export type {
    BackoffOptions,
    CloseCause,
    CloseEvent,
    CloseOptions,
    ConnectParams,
    Data,
    ErrorEvent,
    LegacyOptions,
    LogEntry,
    Message,
    MessageEvent,
    OpenEvent,
    Options,
    Params,
    ReconnectContext,
    ReconnectEvent,
    ResolvedOptions,
    Sendable,
    Settings,
    SocketTask,
    State,
    StateEvent,
    Task,
    TaskEvents,
  };
}
export { MdeWebsocket, VERSION, backoff, MdeWebsocket as default };
export type {
  BackoffOptions,
  CloseCause,
  CloseEvent,
  CloseOptions,
  ConnectParams,
  Data,
  ErrorEvent,
  LegacyOptions,
  LogEntry,
  Message,
  MessageEvent,
  OpenEvent,
  Options,
  Params,
  ReconnectContext,
  ReconnectEvent,
  ResolvedOptions,
  Sendable,
  Settings,
  SocketTask,
  State,
  StateEvent,
  Task,
  TaskEvents,
};
