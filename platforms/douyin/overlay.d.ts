/// <reference types="@douyin-microapp/typings" />

// What the official typings have wrong.

declare namespace tt {
  // Their AsyncAPI writes every option out member by member, so that an ArrayBuffer becomes an object of its members.
  // Source: developer.open-douyin.com, socket-task-send: data is a string or an ArrayBuffer.
  interface SocketTask extends Omit<ReturnType<typeof tt.connectSocket>, 'send'> {
    /** Sends a message over the connection. */
    send(options: {
      /** What to send. */
      data: string | ArrayBuffer;
      success?: (result: any) => void;
      fail?: (error: any) => void;
      complete?: (result: any) => void;
    }): void;
  }
}
