import { callUser, guard, ignore, isThenable } from './guard';
import { checked } from './kind';
import { createLine, lineOf } from './line';
import { fail, type Outgoing, settle } from './message';
import { readError, toPayload } from './payload';
import { host, type SocketTask, traits } from './platform';
import { isSingleSocket, openSingleSocket } from './single-socket';
import type { ResolvedOptions } from './types';

type Listener = (raw?: any) => void;

/** What a link reports, as the host said it; until it is closed, but for `superseded`, which is about the task. */
export interface LinkListeners {
  /** The host's SocketTask is there. */
  adopted(socketTask: SocketTask): void;
  opened: Listener;
  received: Listener;
  failed: Listener;
  closed: Listener;
  lackedParams: Listener;
  /** A close was heard that may be another socket's. */
  doubted: Listener;
  superseded: Listener;
}

export interface Link {
  open(): void;
  send(message: Outgoing): void;
  /** From here on nothing is reported, and the host's socket is closed now, or when it arrives or opens all the same. */
  close(code: number, reason: string): void;
}

/**
 * One conversation with the host: `connectSocket`, the socket that comes of it, and the end of it. It is never reset.
 *
 * @param retries attempts since the link was lost, 0 for a first connection
 * @param isFirst whether the callbacks of a `params` object are still to be called
 */
export function createLink(
  options: ResolvedOptions,
  retries: number,
  isFirst: boolean,
  listeners: LinkListeners,
): Link {
  let isHostClosed = false;
  let isRefused = false;
  const wasRefused = () => isRefused;
  let hangUp: (() => void) | undefined;
  let socketTask: any;

  const heard = (listener: Listener) => (raw?: any) => {
    if (!hangUp) listener(raw);
  };
  const failed = heard(listeners.failed);

  function open(): void {
    guard(() => {
      const params: any = typeof options.params === 'function' ? options.params(retries) : options.params;
      return isThenable(params) ? Promise.resolve(params).then(dial) : dial(params);
    }, heard(listeners.lackedParams));
  }

  function dial(given: any): void {
    const params: any = {};
    if (hangUp) return;
    checked('params()', 'an object', given);
    for (const name in given) params[name] = given[name];
    // Always three callbacks: some frameworks return a SocketTask only to those who pass one.
    ['success', 'fail', 'complete'].forEach((name) => {
      params[name] = heard((result) => {
        // Some frameworks answer `fail` and reject their promise too.
        if (name === 'fail' && isRefused) return;
        isRefused = isRefused || name === 'fail';
        // Those of an object given once are called once, not again at every reconnect.
        if (isFirst || given !== options.params) callUser(given[name], result);
        if (name === 'fail') failed(result);
      });
    });
    guard(
      () => connect(params),
      (error) => {
        if (!isRefused) failed(error);
      },
    );
  }

  function connect(params: any): any {
    if (traits.singleSocket && isSingleSocket(options, params)) {
      return openSingleSocket(options, params, listeners, false, wasRefused, adopt);
    }
    const returned = host.connectSocket(params);
    if (!returned && isRefused) return;
    if (traits.runtimeHost && isThenable(returned)) return Promise.resolve(returned).then(adoptLate);
    if (traits.runtimeHost && typeof host.onSocketOpen === 'function' && !host.offSocketOpen) {
      const line = lineOf(options) || createLine(options);
      if (returned) line.givesTasks = true;
      if (!line.givesTasks) return openSingleSocket(options, params, listeners, true, wasRefused, adopt);
    }
    adopt(returned);
  }

  function adopt(given: any): void {
    if (!given || !given.onOpen) checked('connectSocket()', 'a SocketTask', given);
    socketTask = given;
    if (hangUp) hangUp();
    else listeners.adopted(socketTask);
    socketTask.onOpen((raw: any) => {
      if (hangUp) hangUp();
      else listeners.opened(raw);
    });
    socketTask.onMessage(heard(listeners.received));
    socketTask.onError(failed);
    socketTask.onClose((raw: any) => {
      isHostClosed = true;
      heard(listeners.closed)(raw);
    });
  }

  /** A promised SocketTask may have opened or closed before it arrived. */
  function adoptLate(given: any): void {
    adopt(given);
    if (socketTask.readyState === 1) heard(listeners.opened)(socketTask);
    if (socketTask.readyState > 1) heard(listeners.closed)();
  }

  function send(message: Outgoing): void {
    const payload: any = toPayload(options, message.data);
    if (message.sender) {
      payload.success = (result: any) => settle(message, 'success', result);
      payload.fail = (error: any) => settle(message, 'fail', error);
    }
    guard(
      () => socketTask.send(payload),
      (error) => fail(message, readError(error)),
    );
  }

  function close(code: number, reason: string): void {
    hangUp = () => {
      if (socketTask && !isHostClosed) guard(() => socketTask.close({ code, reason }), ignore);
    };
    hangUp();
  }

  return { open, send, close };
}
