import { AbortController, AbortSignal } from 'mde-websocket/polyfills';
import { network, Socket } from 'mde-websocket/wechat/websocket';

/** Colyseus takes its class from `globalThis`. The room has to say something every 20 s. */
export const SocketOfARoom = /* @__PURE__ */ Socket.with({ idleTimeout: 30000 });

/** The package `abort-controller`, inside mqtt, takes both from `self`. */
export const selfWithAbort = { AbortController, AbortSignal };

/** engine.io and Pusher take their timers from `self`. */
export const selfWithTimers = {
  setTimeout: (work, ms) => setTimeout(work, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  setInterval: (work, ms) => setInterval(work, ms),
  clearInterval: (timer) => clearInterval(timer),
};

export const navigator = {};

/** Action Cable looks after its link when the page becomes visible. */
export const document = { visibilityState: 'visible' };
export function addEventListener(type, listener) {
  if (type === 'visibilitychange') network.addEventListener('visible', listener);
}
export function removeEventListener(type, listener) {
  if (type === 'visibilitychange') network.removeEventListener('visible', listener);
}

/** Good for telling clients and documents apart. Not for keys, tokens or anything that nobody may guess. */
export const crypto = {
  getRandomValues(array) {
    for (let i = 0; i < array.length; i += 1) array[i] = Math.floor(Math.random() * 4294967296);
    return array;
  },
};
