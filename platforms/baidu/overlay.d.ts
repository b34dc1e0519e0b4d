/// <reference types="baidu-app" />

// What the official typings, which stopped before SocketTask, do not have.
// Docs: github.com/swan-team/swan-docs, program-docs/docs/develop/api (as of 2020-04).

declare namespace swan {
  // Source: Docs, net/socket-connect and net/SocketTask. An event with a bad native status comes without a payload.
  interface SocketTask {
    /** Sends a message over the connection. */
    send(options: SocketTaskSendOptions): void;
    /** Closes the connection. */
    close(options?: SocketTaskCloseOptions): void;
    /** The connection is open. */
    onOpen(listener: (event: SocketTaskOpenEvent | undefined) => void): void;
    /** The server sent a message. */
    onMessage(listener: (event: SocketTaskMessageEvent | undefined) => void): void;
    /** The connection failed; what the event holds is not documented. */
    onError(listener: (event: any) => void): void;
    /** The connection is closed. */
    onClose(listener: (event: SocketTaskCloseEvent | undefined) => void): void;
  }

  // Source: Docs, net/SocketTask-send.
  /** What `send` takes. */
  interface SocketTaskSendOptions {
    /** What to send. */
    data: string | ArrayBuffer;
    /** Called when the host did it. */
    success?: (result: any) => void;
    /** Called when it did not. */
    fail?: (error: any) => void;
    /** Called after either. */
    complete?: (result: any) => void;
  }

  // Source: Docs, net/SocketTask-close.
  /** What `close` takes. */
  interface SocketTaskCloseOptions {
    /** Close code, 1000 by default. */
    code?: number;
    /** At most 123 bytes of UTF-8. */
    reason?: string;
    /** Called when the host did it. */
    success?: (result: any) => void;
    /** Called when it did not. */
    fail?: (error: any) => void;
    /** Called after either. */
    complete?: (result: any) => void;
  }

  // Source: Docs, net/SocketTask-onOpen.
  /** The connection is open. */
  interface SocketTaskOpenEvent {
    /** Header of the server's answer to the handshake. */
    header: Record<string, string>;
  }

  // Source: Docs, net/SocketTask-onMessage.
  /** A message of the server. */
  interface SocketTaskMessageEvent {
    /** Text or bytes. */
    data: string | ArrayBuffer;
    /** Which of the two. */
    dataType: 'string' | 'arrayBuffer';
  }

  // Source: Docs, net/SocketTask-onClose.
  /** The connection is closed. */
  interface SocketTaskCloseEvent {
    /** Why it was closed. */
    reason: string;
  }

  // Source: Docs, net/socket-connect.
  /**
   * Connects.
   * @see https://github.com/swan-team/swan-docs, develop/api/net/socket-connect
   * @version 1.9.4
   */
  function connectSocket(options: ConnectSocketOptions): SocketTask;

  // Source: Docs, open/swan-onAppShow.
  /** @version 3.60.2 */
  function onAppShow(listener: (event: any) => void): void;

  // Source: Docs, open/swan-onAppHide.
  /** @version 3.60.2 */
  function onAppHide(listener: (event: any) => void): void;

  // Source: none in the Docs; frameworks call it where it is there.
  /** @absent from the documentation */
  function offAppHide(listener: (event: any) => void): void;

  // Source: none in the Docs; frameworks call it where it is there.
  /** @absent from the documentation */
  function offAppShow(listener: (event: any) => void): void;

  // Source: none in the Docs; frameworks call it where it is there.
  /** @absent from the documentation */
  function offNetworkStatusChange(listener: (event: any) => void): void;
}
