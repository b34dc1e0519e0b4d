// @ts-check
/**
 * Promises 2 and 5: one socket at the host for each instance, asked for as it was told to be, closed before the instance
 * is done with it, and told again when it opens late; on Alipay one of several unless the one line was asked for.
 */
import { nameOf, perInstance } from '../view.mjs';

export function oneSocket() {
  const dials = perInstance(() => ({ count: 0 }));
  return {
    name: 'class 2 one socket',
    on: {
      /** @param {any} entry @param {import('../view.mjs').View} view */
      dial({ params }, view) {
        const instance = view.instanceOf(params);
        if (!instance) return `the host was asked for ${params.url}`;
        const state = dials(instance);
        state.count += 1;
        const { subject } = view;
        // On a line the same attempt asks again where there is a socket already.
        if (state.count > 1 && !view.sharesLine) return `${nameOf(instance)} asked the host twice`;
        if (instance.socket.readyState > (view.sharesLine ? 2 : 1))
          return `${nameOf(instance)} asked the host and was closing`;
        if (!/^wss:/.test(params.url) || params.header?.token !== 'ABC'[instance.owner])
          return `${nameOf(instance)} asked with other parameters`;
        const wanted = subject.connects === 'either' ? subject.multiple : undefined;
        if (params.multiple !== wanted)
          return `${nameOf(instance)} asked with multiple: ${params.multiple}, not ${wanted}`;
      },
    },
    /** @param {import('../view.mjs').View} view */
    settled(view) {
      const open = view.instances().filter(({ socket }) => socket?.readyState === 1);
      if (view.sharesLine && open.length > 1) return `${open.map(nameOf).join(' and ')} are both open on one line`;
      for (const socket of view.sockets()) {
        const instance = view.instanceOf(socket.params);
        const isDone = instance.socket.readyState === 3;
        if (isDone && socket.isReachable && isKept(socket, view))
          return `socket ${socket.id} of the host was left alive by ${nameOf(instance)}`;
      }
    },
  };
}

/** Whether the host keeps a socket that it was not told to close. @param {any} socket @param {import('../view.mjs').View} view */
function isKept(socket, view) {
  if (socket.phase === 'dead') return false;
  if (socket.isLine) return socket === view.line() && socket.phase === 'open' && !socket.isCrooked && socket.told === 0;
  return socket.phase === 'open' && !socket.isCrooked ? !socket.isToldOpen : socket.told === 0;
}
