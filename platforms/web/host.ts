// The standard WebSocket as a host. Around it is a page, a worker without `document`, or nothing, as in Node.
import type { Callbacks, Listener, SocketTask } from '../../core/port';

export interface WebParams extends Callbacks {
  /** Address of the server, `wss://…`; a page of https takes no other. */
  url: string;
  protocols?: string | string[];
  /** Ignored: a page sends no header of its own. */
  header?: object;
}

export const isThere = (): boolean => typeof WebSocket === 'function';

export function connectSocket(params: WebParams): SocketTask | undefined {
  const ws = answer(params, () => new WebSocket(params.url, params.protocols || []));
  if (!ws) return undefined;
  ws.binaryType = 'arraybuffer';
  return {
    send: (frame) =>
      answer(frame, () => {
        // The standard drops what comes after the end without a word.
        if (ws.readyState !== 1) throw new Error('the WebSocket is not open');
        ws.send(frame.data);
      }),
    close: (frame) => answer(frame, () => ws.close(frame.code, frame.reason)),
    onOpen: (hear) => ws.addEventListener('open', () => hear({ header: { 'sec-websocket-protocol': ws.protocol } })),
    onMessage: (listener) => ws.addEventListener('message', listener),
    onError: (listener) => ws.addEventListener('error', listener),
    onClose: (listener) => ws.addEventListener('close', listener),
  };
}

/** Does what was asked, and calls back as hosts do. */
function answer<T>(asked: Callbacks, work: () => T): T | undefined {
  let done: T | undefined;
  let told: unknown = { errMsg: 'ok' };
  let callback = asked.success;
  try {
    done = work();
  } catch (error) {
    told = error;
    callback = asked.fail;
  }
  if (callback) callback(told);
  if (asked.complete) asked.complete(told);
  return done;
}

const none: Listener = () => undefined;
const hearing = { shown: none, hidden: none, network: none };
let isAway = false;

/** A return is told by several events, and passed on once. */
function seen({ type }: Event): void {
  const isGone = type === 'pagehide' || document.visibilityState === 'hidden';
  if (isGone !== isAway) hearing[isGone ? 'hidden' : 'shown']();
  isAway = isGone;
}

const change = ({ type }: Event): void => hearing.network({ isConnected: type === 'online' });

function listenBy(how: 'addEventListener' | 'removeEventListener'): void {
  if (typeof document !== 'undefined') {
    isAway = document.visibilityState === 'hidden';
    ['visibilitychange', 'resume'].forEach((type) => void document[how](type, seen));
    ['pageshow', 'pagehide'].forEach((type) => void self[how](type, seen));
  }
  if (typeof self === 'object' && self[how]) ['online', 'offline'].forEach((type) => void self[how](type, change));
}

/** The same listener twice is one, so each of the three turns all on. */
function hear(name: keyof typeof hearing, listener: Listener): void {
  hearing[name] = listener;
  listenBy('addEventListener');
}

export const onAppShow = (listener: Listener): void => hear('shown', listener);
export const onAppHide = (listener: Listener): void => hear('hidden', listener);
export const onNetworkStatusChange = (listener: Listener): void => hear('network', listener);
export const offAppShow = (_: Listener): void => listenBy('removeEventListener');
