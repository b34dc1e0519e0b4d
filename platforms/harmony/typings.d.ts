// There are no official typings: what mde-websocket uses of `has`.
// Docs: developer.huawei.com, ASCF, apis-websocket, and the pages of app events and of the network beside it.

declare namespace has {
  // Source: Docs, apis-websocket.
  interface Callbacks {
    success?: (result: any) => void;
    fail?: (error: { errMsg: string }) => void;
    complete?: (result: any) => void;
  }

  // Source: Docs, apis-websocket, has.connectSocket.
  interface ConnectParams extends Callbacks {
    /** Address of the server, `wss://…`. */
    url: string;
    /** Header of the handshake, without Referer. */
    header?: Record<string, string>;
    protocols?: string[];
  }

  // Source: Docs, apis-websocket, SocketTask.
  interface SocketTask {
    /** Sends a message over the connection. */
    send(options: Callbacks & { data: string | ArrayBuffer }): void;
    /** Closes the connection; code 1000 by default, a reason of at most 123 bytes of UTF-8. */
    close(options?: Callbacks & { code?: number; reason?: string }): void;
    onOpen(listener: (event: { header?: Record<string, string> }) => void): void;
    onMessage(listener: (event: { data: string | ArrayBuffer }) => void): void;
    onError(listener: (event: { errMsg: string }) => void): void;
    onClose(listener: (event: { code: number; reason: string }) => void): void;
  }

  // Source: Docs, apis-websocket.
  /**
   * Opens a connection; in the documentation of ASCF, page apis-websocket.
   * @see https://developer.huawei.com
   */
  function connectSocket(params: ConnectParams): SocketTask;

  // Source: Docs, app events.
  /** @version 1.0.0 */
  function onAppShow(listener: (event: any) => void): void;
  /** @version 1.0.4 */
  function offAppShow(listener: (event: any) => void): void;
  /** @version 1.0.0 */
  function onAppHide(listener: (event: any) => void): void;
  /** @version 1.0.4 */
  function offAppHide(listener: (event: any) => void): void;

  // Source: Docs, network; both want the permission ohos.permission.GET_NETWORK_INFO.
  /** @version 1.0.4 */
  function onNetworkStatusChange(listener: (event: { isConnected: boolean; networkType: string }) => void): void;
  /** @version 1.0.4 */
  function offNetworkStatusChange(listener: (event: any) => void): void;
}
