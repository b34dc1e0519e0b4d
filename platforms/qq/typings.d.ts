// There are no official typings: what mde-websocket uses of `qq`.
// Docs: q.qq.com/wiki/develop/miniprogram/API. SDKs: code in use on QQ, where the Docs are silent.

declare namespace qq {
  // Source: Docs, network/network_websocket.
  interface Callbacks {
    success?: (result: any) => void;
    fail?: (error: { errMsg: string }) => void;
    complete?: (result: any) => void;
  }

  // Source: Docs, network/network_websocket, qq.connectSocket.
  interface ConnectParams extends Callbacks {
    /** Address of the server, `wss://…`. */
    url: string;
    /** Header of the handshake, without Referer. */
    header?: Record<string, string>;
    protocols?: string[];
  }

  // Source: Docs, network/network_websocket, SocketTask; code and reason of a close: SDKs.
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

  // Source: Docs, network/network_websocket.
  /**
   * Opens a connection.
   * @see https://q.qq.com/wiki/develop/miniprogram/API/network/network_websocket.html
   */
  function connectSocket(params: ConnectParams): SocketTask;

  // Source: SDKs, which test for each of these four.
  /** @absent from the documentation */
  function onAppShow(listener: (event: any) => void): void;
  /** @absent from the documentation */
  function offAppShow(listener: (event: any) => void): void;
  /** @absent from the documentation */
  function onAppHide(listener: (event: any) => void): void;
  /** @absent from the documentation */
  function offAppHide(listener: (event: any) => void): void;

  // Source: none; as on WeChat, whose API QQ follows.
  /** @absent from the documentation */
  function onNetworkStatusChange(listener: (event: { isConnected: boolean; networkType: string }) => void): void;
  /** @absent from the documentation */
  function offNetworkStatusChange(listener: (event: any) => void): void;
}
