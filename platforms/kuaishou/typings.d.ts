// There are no official typings: what mde-websocket uses of `ks`.
// Games: typings by others that write down open.kuaishou.com/miniGameDocs. uni-app: its runtime on Kuaishou.

declare namespace ks {
  // Source: Games.
  interface Callbacks {
    success?: (result: any) => void;
    fail?: (error: { errMsg: string }) => void;
    complete?: (result: any) => void;
  }

  // Source: Games, ks.connectSocket.
  interface ConnectParams extends Callbacks {
    /** Address of the server, `wss://…`. */
    url: string;
    /** Header of the handshake, without Referer. */
    header?: Record<string, string>;
    protocols?: string[];
    tcpNoDelay?: boolean;
    /** Milliseconds. */
    timeout?: number;
  }

  // Source: Games, SocketTask.
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

  // Source: Games.
  /**
   * Opens a connection; the document is that of mini games.
   * @see https://open.kuaishou.com/miniGameDocs
   */
  function connectSocket(params: ConnectParams): SocketTask;

  // Source: uni-app, which tests for onAppShow; the others go with it.
  /** @absent from what was read of mini programs */
  function onAppShow(listener: (event: any) => void): void;
  /** @absent from what was read of mini programs */
  function offAppShow(listener: (event: any) => void): void;
  /** @absent from what was read of mini programs */
  function onAppHide(listener: (event: any) => void): void;
  /** @absent from what was read of mini programs */
  function offAppHide(listener: (event: any) => void): void;

  // Source: Games.
  /** @absent from what was read of mini programs */
  function onNetworkStatusChange(listener: (event: { isConnected: boolean; networkType: string }) => void): void;
  /** @absent from what was read of mini programs */
  function offNetworkStatusChange(listener: (event: any) => void): void;
}
