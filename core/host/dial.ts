import { leaveLine } from './line';
import { adopt, failed, type Link, opened } from './link';
import { isSingleSocket, openSingleSocket } from './single-socket';
import { checked, mismatch } from '../common/check';
import { callUser, guard, isThenable } from '../common/guard';
import { type ConnectParams, host, type Raw, type SocketTask, traits } from '../port';

/**
 * Asks the host for a socket. Throws a TypeError where `given` is no object.
 *
 * @param isHeard the callbacks in `given` are called
 */
export function dial(link: Link, given: Raw, isHeard: boolean): void {
  const params: Raw = {};
  if (!link.owner) return;
  checked('params()', 'an object', given);
  for (const name in given) params[name] = given[name];
  // There are always three callbacks: some frameworks return a SocketTask only to a caller who passes one.
  ['success', 'fail', 'complete'].forEach((name) => {
    params[name] = (result: Raw) => {
      // Some frameworks answer `fail` and reject their promise too.
      if (!link.owner || (name === 'fail' && link.isRefused)) return;
      link.isRefused = link.isRefused || name === 'fail';
      if (isHeard) callUser(given[name], result);
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

function requestSocket(link: Link, params: ConnectParams): Raw {
  const { keeper } = link;
  if (traits.singleSocket) {
    if (isSingleSocket(link, params)) return openSingleSocket(link, params, false);
    leaveLine(keeper.line, link.owner!);
  }
  if (traits.socketTasks) {
    const returned: Raw = host(keeper).connectSocket(params);
    if (traits.givenHost && isThenable(returned) && !findSocket(returned)) {
      return Promise.resolve(returned).then((settled) => take(link, settled, true, params));
    }
    take(link, returned, false, params);
    // A promise that came with the task may reject.
    if (traits.givenHost) return returned;
  }
}

/** Takes the host's answer for this link's socket. */
function take(link: Link, given: Raw, isPromised: boolean, params: ConnectParams): void {
  const socketTask: Raw = traits.givenHost ? findSocket(given) : given;
  if (socketTask && socketTask.onOpen) {
    if (traits.givenHost) takeGiven(link, params, socketTask, isPromised);
    else adopt(link, socketTask);
  } else if (traits.givenHost && !link.isRefused && !params.multiple && hasOneSocket(link))
    openSingleSocket(link, params, true);
  // Nothing is a host that refuses. Anything else would leak a socket with every retry.
  else if (!link.isRefused) refuse(link, given, '');
}

/** A socket of a host that was handed over, which may be wrapped. */
function takeGiven(link: Link, params: ConnectParams, socketTask: Raw, isPromised: boolean): void {
  if (!params.multiple) link.keeper.line.givesTasks = true;
  // Taro on Alipay puts global calls, which hear nothing of this socket, over the methods of its own.
  if (params.multiple && /onSocketOpen/.test(socketTask.onOpen)) {
    const own = unhidden(socketTask);
    if (!own) {
      refuse(link, socketTask, ': its methods are hidden, use mde-websocket/alipay');
      return;
    }
    adopt(link, own);
  } else adopt(link, socketTask);
  if (isPromised && link.owner) link.owner.listeners.promised(link.owner);
  // It may have opened before it arrived. No other value can be believed.
  if (isPromised && socketTask.readyState === 1) opened(link, socketTask);
}

/** The host gave no socket, or one that cannot be heard. */
function refuse(link: Link, given: Raw, cure: string): void {
  if (given && typeof given.close === 'function') link.socketTask = given;
  const errMsg = mismatch('connectSocket()', 'a SocketTask', given);
  failed(link, traits.givenHost ? errMsg + cure : errMsg, given ? 'platform' : 'host');
}

/**
 * The socket in what the host gave; some wrappers hide it in a promise or in its result.
 */
function findSocket(given: Raw): Raw {
  return !given || given.onOpen ? given : findSocket(given.__returned || given.socketTask);
}

/**
 * A host with the events of one socket, which has never given a task.
 */
function hasOneSocket({ keeper }: Link): boolean {
  return typeof host(keeper).onSocketOpen === 'function' && !keeper.line.givesTasks;
}

/**
 * The methods of the socket's own, below those that hide them.
 */
function unhidden(socketTask: Raw): SocketTask | null {
  const below = Object.getPrototypeOf(socketTask);
  if (!below || !below.onOpen) return null;
  return {
    send: (frame) => below.send.call(socketTask, frame),
    close: (frame) => below.close.call(socketTask, frame),
    onOpen: (listener) => below.onOpen.call(socketTask, listener),
    onMessage: (listener) => below.onMessage.call(socketTask, listener),
    onError: (listener) => below.onError.call(socketTask, listener),
    onClose: (listener) => below.onClose.call(socketTask, listener),
  };
}
