import { createLine, leaveLine, lineOf } from './line';
import { fail, type Outgoing, settle } from './message';
import { isLineTaken, readError, toPayload } from './payload';
import { isSingleSocket, openSingleSocket } from './single-socket';
import { callUser, guard, ignore, isThenable } from '../common/guard';
import { checked } from '../common/kind';
import { host, type SocketTask, traits } from '../port';
import type { CloseCause, ResolvedOptions } from '../types';

/** Who wants a link. */
export interface LinkOwner {
  readonly options: ResolvedOptions;
  readonly listeners: LinkListeners;
  /** Attempts since the link was lost, 0 for a first connection. */
  readonly retries: number;
}

/** What a link reports, as the host said it; until it is closed, but for `superseded`, which is about the task. */
export interface LinkListeners {
  /** The host's SocketTask is there. */
  adopted(owner: LinkOwner, socketTask: SocketTask): void;
  opened(owner: LinkOwner, raw?: any): void;
  received(owner: LinkOwner, raw: any): void;
  failed(owner: LinkOwner, raw: any, cause: CloseCause): void;
  /** A close that is doubted may be another socket's. */
  closed(owner: LinkOwner, raw: any, cause: CloseCause, isDoubted?: boolean): void;
}

/** One conversation with the host: `connectSocket`, the socket that comes of it, and the end of it. It is never reset. */
export interface Link {
  readonly owner: LinkOwner;
  /** Whether the callbacks of a `params` object are still to be called. */
  readonly isFirst: boolean;
  socketTask: any;
  /** The host answered `fail`. */
  isRefused: boolean;
  /** It did because the one socket that it has is there already. */
  isLineTaken: boolean;
  isHostClosed: boolean;
  /** Closes the host's socket if there is one; set once the link is closed, and from then on nothing is reported. */
  hangUp: (() => void) | null;
}

export function createLink(owner: LinkOwner, isFirst: boolean): Link {
  return { owner, isFirst, socketTask: null, isRefused: false, isLineTaken: false, isHostClosed: false, hangUp: null };
}

export function openLink(link: Link): void {
  const { options, retries } = link.owner;
  guard(
    () => {
      const params: any = typeof options.params === 'function' ? options.params(retries) : options.params;
      return isThenable(params) ? Promise.resolve(params).then((given) => dial(link, given)) : dial(link, params);
    },
    (error) => failed(link, error, 'params'),
  );
}

/** Closes the host's socket now, or when it arrives or opens all the same. */
export function closeLink(link: Link, code: number, reason: string): void {
  link.hangUp = () => {
    if (link.socketTask && !link.isHostClosed) guard(() => link.socketTask.close({ code, reason }), ignore);
  };
  link.hangUp();
}

export function sendOver(link: Link, message: Outgoing): void {
  const { owner, socketTask } = link;
  const payload: any = toPayload(message.data, owner.options);
  if (message.sender) {
    payload.success = (result: any) => settle(message, 'success', result);
    payload.fail = (error: any) => settle(message, 'fail', error);
  }
  guard(
    () => socketTask.send(payload),
    (error) => fail(message, readError(error)),
  );
}

function failed(link: Link, error: any, cause: CloseCause): void {
  const { owner } = link;
  if (!link.hangUp) owner.listeners.failed(owner, error, cause);
}

function dial(link: Link, given: any): void {
  const params: any = {};
  if (link.hangUp) return;
  checked('params()', 'an object', given);
  for (const name in given) params[name] = given[name];
  // Always three callbacks: some frameworks return a SocketTask only to those who pass one.
  ['success', 'fail', 'complete'].forEach((name) => {
    params[name] = (result: any) => {
      // Some frameworks answer `fail` and reject their promise too.
      if (link.hangUp || (name === 'fail' && link.isRefused)) return;
      link.isRefused = link.isRefused || name === 'fail';
      if (traits.singleSocket && name === 'fail') link.isLineTaken = isLineTaken(result);
      // Those of an object given once are called once, not again at every reconnect.
      if (link.isFirst || given !== link.owner.options.params) callUser(given[name], result);
      if (name === 'fail') failed(link, result, 'host');
    };
  });
  guard(
    () => requestSocket(link, params),
    (error) => {
      if (!link.isRefused) failed(link, error, 'host');
    },
  );
}

function requestSocket(link: Link, params: any): any {
  const { options } = link.owner;
  if (traits.singleSocket) {
    if (isSingleSocket(params, options)) return openSingleSocket(link, params, false, adopt);
    leaveLine(options);
  }
  const returned = host(options).connectSocket(params);
  if (!returned && link.isRefused) return;
  if (traits.givenHost && isThenable(returned)) {
    return Promise.resolve(returned).then((socketTask) => adoptLate(link, socketTask));
  }
  if (traits.givenHost && typeof host(options).onSocketOpen === 'function' && !host(options).offSocketOpen) {
    const line = lineOf(options) || createLine(options);
    if (returned) line.givesTasks = true;
    if (!line.givesTasks) return openSingleSocket(link, params, true, adopt);
  }
  adopt(link, returned);
}

function adopt(link: Link, socketTask: any): void {
  const { owner } = link;
  const { listeners } = owner;
  if (!socketTask || !socketTask.onOpen) checked('connectSocket()', 'a SocketTask', socketTask);
  link.socketTask = socketTask;
  if (link.hangUp) link.hangUp();
  else listeners.adopted(owner, socketTask);
  socketTask.onOpen((raw: any) => {
    if (link.hangUp) link.hangUp();
    else listeners.opened(owner, raw);
  });
  socketTask.onMessage((raw: any) => {
    if (!link.hangUp) listeners.received(owner, raw);
  });
  socketTask.onError((raw: any) => failed(link, raw, 'host'));
  socketTask.onClose((raw: any) => {
    link.isHostClosed = true;
    if (!link.hangUp) listeners.closed(owner, raw, 'host');
  });
}

/** A promised SocketTask may have opened or closed before it arrived. */
function adoptLate(link: Link, socketTask: any): void {
  const { owner } = link;
  adopt(link, socketTask);
  if (socketTask.readyState === 1 && !link.hangUp) owner.listeners.opened(owner, socketTask);
  if (socketTask.readyState > 1 && !link.hangUp) owner.listeners.closed(owner, undefined, 'host');
}
