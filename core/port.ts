/**
 * The port: everything the connection needs to know about a host.
 *
 * Nothing here exists at run time. The codegen step puts the platform's own global in the place of `host(options)` and a
 * literal in the place of each trait, and checks the result against the platform's official typings.
 */

/** What `connectSocket` takes. Each platform's build offers the parameters that its host documents. */
export interface ConnectParams {
  /** Address of the server, `wss://…` in production. */
  url: string;
  success?: (result: any) => void;
  fail?: (error: any) => void;
  complete?: (result: any) => void;
  [parameter: string]: any;
}

/** The host's own connection object, of which every reconnect brings a new one. */
export interface SocketTask {
  send(message: any): any;
  close(options: any): any;
  onOpen(listener: (event: any) => void): any;
  onMessage(listener: (event: any) => void): any;
  onError(listener: (event: any) => void): any;
  onClose(listener: (event: any) => void): any;
}

/** An object that follows the mini-program socket API: `wx`, `my`, `swan`, `tt`, `qq`, `Taro`, `uni`, … */
export interface Host {
  connectSocket(params: any): any;
  sendSocketMessage?(message: any): any;
  closeSocket?(options: any): any;
  onSocketOpen?(listener: any): any;
  onSocketMessage?(listener: any): any;
  onSocketError?(listener: any): any;
  onSocketClose?(listener: any): any;
  offSocketOpen?(listener: any): any;
  offSocketMessage?(listener: any): any;
  offSocketError?(listener: any): any;
  offSocketClose?(listener: any): any;
  onAppShow?(listener: any): any;
  offAppShow?(listener: any): any;
  onNetworkStatusChange?(listener: any): any;
  offNetworkStatusChange?(listener: any): any;
}

/** Where the host is, if it is handed over. */
export interface HostOptions {
  /** @only givenHost */
  readonly platform: Host;
}

/** The host of this build: `wx`, `my`, `swan`, or the `platform` option of the universal entry. */
export declare function host(options: HostOptions): Host;

/** What is true of the host of this build. */
export declare const traits: {
  /** The host is handed over at run time, in the `platform` option. */
  readonly givenHost: boolean;
  /** `connectSocket` may return a SocketTask. */
  readonly socketTasks: boolean;
  /** `connectSocket` may return nothing: one socket, its events and its calls on the host itself. */
  readonly singleSocket: boolean;
  /** Bytes travel as base64 text beside an `isBuffer` flag, and events may be nested in `data`. */
  readonly base64: boolean;
};
