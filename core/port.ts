/**
 * The port: what a mini-program host must offer.
 *
 * Nothing here exists at run time. Codegen writes the platform's own global where the core says `host(…)`, a literal
 * where it reads a trait, and checks the result against the platform's official typings.
 */

/** What a host says. Nothing is known of it until `host/read.ts` has looked: the only `any` of the core. */
export type Raw = any;

/** What a host calls, with what it reports; some events come with nothing at all. */
export type Listener = (event?: Raw) => void;

/** How a host answers a call. A host may call none of them, or one of them twice. */
export interface Callbacks {
  success?: (result: Raw) => void;
  fail?: (error: Raw) => void;
  complete?: (result: Raw) => void;
}

/** What `connectSocket` takes: the address, and whatever else the host documents. */
export interface ConnectParams extends Callbacks {
  /** Address of the server, `wss://…` in production. */
  url: string;
  [parameter: string]: Raw;
}

/** What travels: text or bytes, or bytes as base64 text with `isBuffer`. */
export interface Frame extends Callbacks {
  data: string | ArrayBuffer;
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
  /** Called at once after `connectSocket`, as are the three below. */
  onOpen(listener: Listener): unknown;
  onMessage(listener: Listener): unknown;
  onError(listener: Listener): unknown;
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
  sendSocketMessage?(frame: Frame): unknown;
  closeSocket?(frame: CloseFrame): unknown;
  onSocketOpen?(listener: Listener): unknown;
  onSocketMessage?(listener: Listener): unknown;
  onSocketError?(listener: Listener): unknown;
  onSocketClose?(listener: Listener): unknown;
  offSocketOpen?(listener: Listener): unknown;
  offSocketMessage?(listener: Listener): unknown;
  offSocketError?(listener: Listener): unknown;
  offSocketClose?(listener: Listener): unknown;
  /** The app is in front again. One listener of ours for each host, as for all of these. */
  onAppShow?(listener: Listener): unknown;
  offAppShow?(listener: Listener): unknown;
  /** The app went to the background. */
  onAppHide?(listener: Listener): unknown;
  offAppHide?(listener: Listener): unknown;
  /** Mini games have these in place of the four above. */
  onShow?(listener: Listener): unknown;
  offShow?(listener: Listener): unknown;
  onHide?(listener: Listener): unknown;
  offHide?(listener: Listener): unknown;
  /** The network changed: `{ isConnected }`. */
  onNetworkStatusChange?(listener: Listener): unknown;
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
