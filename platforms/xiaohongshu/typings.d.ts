// There are no official typings: what mde-websocket uses of `xhs`.
// Docs: miniapp.xiaohongshu.com/doc/DC823503. Samples: demos and tutorials by others. uni-app: its runtime there.

declare namespace xhs {
  // Source: Docs, which give asynchronous calls an errMsg.
  interface Callbacks {
    success?: (result: any) => void;
    fail?: (error: { errMsg: string; errCode?: number }) => void;
    complete?: (result: any) => void;
  }

  // Source: Samples.
  interface ConnectParams extends Callbacks {
    /** Address of the server, `wss://…`. */
    url: string;
    /** Header of the handshake. */
    header?: Record<string, string>;
    method?: string;
    protocols?: string[];
  }

  // Source: Samples; what events carry, and bytes: as on WeChat, whose API this follows.
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

  // Source: Samples.
  /**
   * Opens a connection.
   * @see https://miniapp.xiaohongshu.com/doc/DC823503
   */
  function connectSocket(params: ConnectParams): SocketTask;

  // Source: uni-app, which tests for onAppShow; the others go with it.
  /** @absent from the documentation */
  function onAppShow(listener: (event: any) => void): void;
  /** @absent from the documentation */
  function offAppShow(listener: (event: any) => void): void;
  /** @absent from the documentation */
  function onAppHide(listener: (event: any) => void): void;
  /** @absent from the documentation */
  function offAppHide(listener: (event: any) => void): void;

  // Source: Docs.
  function onNetworkStatusChange(listener: (event: { isConnected: boolean; networkType: string }) => void): void;

  // Source: none; it goes with the one above.
  /** @absent from the documentation */
  function offNetworkStatusChange(listener: (event: any) => void): void;
}
