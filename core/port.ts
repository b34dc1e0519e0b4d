/**
 * The port: what a mini-program host must offer.
 *
 * Nothing here exists at run time. Codegen writes the platform's own global where the core says `host(…)`, a literal
 * where it reads a trait, and checks the result against the platform's official typings.
 */

/** What a host says: of any shape, with any field or none. */
export type Raw = any;

/** What a host calls, with what it reports; some events come with nothing at all. */
export type Listener = (event?: Raw) => void;

/** How a host answers a call. A host may call none of them, or one of them twice. */
export interface Callbacks {
  /** Called when the host did what was asked. */
  success?: (result: Raw) => void;
  /** Called when it did not. */
  fail?: (error: Raw) => void;
  /** Called after either. */
  complete?: (result: Raw) => void;
}

/** What a host reports of a socket that opened. */
export type OpenReport = Raw;

/** What a host reports of a message. */
export type MessageReport = Raw;

/** What a host reports of a socket that closed. */
export type CloseReport = Raw;

/** What a host says of a message that it took. */
export type SendResult = Raw;

/** What `connectSocket` takes: the address, and whatever else the host documents. */
export interface ConnectParams extends Callbacks {
  /** Address of the server, `wss://…` in production. */
  url: string;
  /** Whatever else the host takes: `header`, `protocols`, `timeout`, … */
  [parameter: string]: Raw;
}

/** What travels: text or bytes, or bytes as base64 text with `isBuffer`. */
export interface Frame extends Callbacks {
  /** Text or bytes; with `isBuffer` bytes as base64 text. */
  data: string | ArrayBuffer;
  /** Whether `data` is base64 text that stands for bytes. Default `false`. */
  isBuffer?: boolean;
}

/** How a socket is asked to close. */
export interface CloseFrame extends Callbacks {
  /** 1000, or 3000 to 4999: hosts refuse every other code, and then do not close. */
  code?: number;
  /** At most 123 bytes of UTF-8. */
  reason?: string;
}

/** The host's own object for one socket. Every attempt gets a new one; each listener is registered once and never removed. */
export interface SocketTask {
  /** Called while the link is open. `fail` means: not sent. */
  send(frame: Frame): unknown;
  /** Called until the host has reported the close; a host may refuse, and is then asked again. */
  close(frame: CloseFrame): unknown;
  /** Its listener is called when the link is open. Called at once after `connectSocket`, as are the three below. */
  onOpen(listener: Listener): unknown;
  /** Its listener is called for every message of the server. */
  onMessage(listener: Listener): unknown;
  /** Its listener is called when the link fails; a close may follow. */
  onError(listener: Listener): unknown;
  /** Its listener is called when the link is closed. */
  onClose(listener: Listener): unknown;
}

/** An object that follows the mini-program socket API: `wx`, `my`, `swan`, `tt`, `qq`, `Taro`, `uni`, … */
export interface Host {
  /**
   * Whether what stands behind an adapter is there.
   *
   * @only adapter
   */
  isThere?(): boolean;
  /** Gives a SocketTask, a promise of one, or nothing: then there is one socket, and the methods below speak for it. */
  connectSocket(params: ConnectParams): unknown;
  /** Sends over the one socket. */
  sendSocketMessage?(frame: Frame): unknown;
  /** Closes the one socket. */
  closeSocket?(frame: CloseFrame): unknown;
  /** Its listener is called when the one socket is open. */
  onSocketOpen?(listener: Listener): unknown;
  /** Its listener is called for every message over the one socket. */
  onSocketMessage?(listener: Listener): unknown;
  /** Its listener is called when the one socket fails. */
  onSocketError?(listener: Listener): unknown;
  /** Its listener is called when the one socket is closed. */
  onSocketClose?(listener: Listener): unknown;
  /** Removes a listener of `onSocketOpen`. */
  offSocketOpen?(listener: Listener): unknown;
  /** Removes a listener of `onSocketMessage`. */
  offSocketMessage?(listener: Listener): unknown;
  /** Removes a listener of `onSocketError`. */
  offSocketError?(listener: Listener): unknown;
  /** Removes a listener of `onSocketClose`. */
  offSocketClose?(listener: Listener): unknown;
  /** Its listener is called when the app is in front again. One of ours for each host, as for all below. */
  onAppShow?(listener: Listener): unknown;
  /** Removes a listener of `onAppShow`. */
  offAppShow?(listener: Listener): unknown;
  /** Its listener is called when the app goes to the background. */
  onAppHide?(listener: Listener): unknown;
  /** Removes a listener of `onAppHide`. */
  offAppHide?(listener: Listener): unknown;
  /** Mini games have it in place of `onAppShow`. */
  onShow?(listener: Listener): unknown;
  /** Removes a listener of `onShow`. */
  offShow?(listener: Listener): unknown;
  /** Mini games have it in place of `onAppHide`. */
  onHide?(listener: Listener): unknown;
  /** Removes a listener of `onHide`. */
  offHide?(listener: Listener): unknown;
  /** Its listener is called with `{ isConnected }` when the network changes. */
  onNetworkStatusChange?(listener: Listener): unknown;
  /** Removes a listener of `onNetworkStatusChange`. */
  offNetworkStatusChange?(listener: Listener): unknown;
}

/** What names a host: options, or anything that keeps their `platform`. */
export interface HostOptions {
  /** @only givenHost */
  readonly platform: Host;
}

/** The host of these options. Codegen writes `wx`, `my`, …, or `options.platform` where it is handed over. */
export declare function host(options: HostOptions): Host;

/** What is true of the host of this build. */
export declare const traits: {
  /** The host is handed over at run time, in the `platform` option. */
  readonly givenHost: boolean;
  /** A module of the platform's folder has the methods of the port. */
  readonly adapter: boolean;
  /** `connectSocket` may give a SocketTask. */
  readonly socketTasks: boolean;
  /** `connectSocket` may give nothing: one socket, its events and its calls on the host itself. */
  readonly singleSocket: boolean;
  /** Bytes travel as base64 text beside an `isBuffer` flag, and events may be nested in `data`. */
  readonly base64: boolean;
};
