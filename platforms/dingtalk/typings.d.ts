// There are no official typings: what mde-websocket uses of `dd`.
// Docs: open.dingtalk.com, jsapi-connect-socket, jsapi-send-socket-message, jsapi-on-socket-message and their like
// (2025-08). Older: dd-connectsocket and dd-closesocket there.

declare namespace dd {
  // Source: Docs and Older; their error numbers differ, and are not those of Alipay.
  interface Callbacks {
    success?: (result: any) => void;
    fail?: (error: { error?: number; errorMessage?: string }) => void;
    complete?: (result: any) => void;
  }

  // Source: Docs, jsapi-connect-socket.
  interface ConnectParams extends Callbacks {
    /** Address of the server, `wss://…`. */
    url: string;
    data?: object;
    header?: Record<string, string>;
  }

  // Source: Docs, jsapi-connect-socket: one socket for the whole program, a second connect closes the first.
  /**
   * Opens the one connection; in the documentation, page jsapi-connect-socket.
   * @see https://open.dingtalk.com
   */
  function connectSocket(params: ConnectParams): void;

  // Source: Docs, jsapi-send-socket-message: bytes as base64 with isBuffer.
  function sendSocketMessage(options: Callbacks & { data: string; isBuffer?: boolean }): void;

  // Source: Older, dd-closesocket: callbacks only; what else it is given it does not look at.
  function closeSocket(options?: Callbacks & Record<string, any>): void;

  // Source: Docs, jsapi-on-socket-*: "register once per launch", for they accumulate.
  function onSocketOpen(listener: (event: any) => void): void;
  function onSocketMessage(listener: (event: { data: string; isBuffer?: boolean }) => void): void;
  function onSocketError(listener: (event: any) => void): void;
  function onSocketClose(listener: (event: any) => void): void;

  // Source: Docs, jsapi-off-socket-*: with the function that was registered.
  function offSocketOpen(listener: (event: any) => void): void;
  function offSocketMessage(listener: (event: any) => void): void;
  function offSocketError(listener: (event: any) => void): void;
  function offSocketClose(listener: (event: any) => void): void;

  // Source: Docs, events of the app, on iOS, Android and PC.
  function onAppShow(listener: (event: any) => void): void;
  function offAppShow(listener: (event: any) => void): void;
  function onAppHide(listener: (event: any) => void): void;
  function offAppHide(listener: (event: any) => void): void;

  // Source: none was read.
  /** @absent from what was read */
  function onNetworkStatusChange(listener: (event: { isConnected: boolean; networkType: string }) => void): void;
  /** @absent from what was read */
  function offNetworkStatusChange(listener: (event: any) => void): void;
}
