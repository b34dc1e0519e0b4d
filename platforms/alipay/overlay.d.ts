/// <reference types="@mini-types/my" />

// What Alipay documents and its official typings lack.
// Docs: opendocs.alipay.com/mini/api, and the same pages as github.com/AlipayDocs/open-docs, mini/api/基础API.

declare namespace my {
  // Source: Docs, vx19c3 (my.connectSocket).
  interface UndeclaredConnectParams {
    /** Milliseconds until an attempt to connect fails, 30000 by default. Client 10.3.30 and later. */
    timeout?: number;
    /** Called when the host took the call, before the connection is open. */
    success?: (result: any) => void;
    /** Called when the host refuses the call, or the attempt fails. */
    fail?: (error: ConnectRefusal) => void;
    /** Called after `success` or `fail`. */
    complete?: (result: any) => void;
  }

  // Source: Docs, vx19c3 (my.connectSocket).
  interface ConnectRefusal {
    /** The host's number for it. */
    error?: number;
    /** The host's text for it. */
    errorMessage?: string;
  }

  // Source: Docs, 应用级事件/my.onAppShow.
  /** @absent in the IDE and in remote debugging */
  function onAppShow(listener: (event: any) => void): void;

  // Source: Docs, 应用级事件/my.offAppShow.
  /** @absent in the IDE and in remote debugging */
  function offAppShow(listener?: (event: any) => void): void;

  // Source: Docs, itm5og (my.onSocketOpen): the header of the server's answer comes since client 10.3.80.
  function onSocketOpen(listener: (event?: { header?: Record<string, string> }) => void): void;

  // Source: Docs, dva3t8 (my.offSocketOpen).
  function offSocketOpen(listener?: (event?: { header?: Record<string, string> }) => void): void;
}
