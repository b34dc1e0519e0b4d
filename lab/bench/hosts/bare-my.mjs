// @ts-check
/**
 * The least that a host with one socket can be: `my` as Alipay has it by default, its events on the host.
 * Otherwise like `bare-wx.mjs`.
 */
import { bareWx } from './bare-wx.mjs';

export function bareMy() {
  const { host: wx, sockets } = bareWx();
  /** @type {any} */
  let task;
  /** @type {Record<string, (listener: any) => void>} */
  const later = {};
  for (const name of ['Open', 'Message', 'Error', 'Close']) {
    later[`onSocket${name}`] = (listener) => heard.push([name, listener]);
    later[`offSocket${name}`] = () => {};
  }
  /** @type {[string, any][]} */
  let heard = [];

  const host = {
    ...later,
    connectSocket() {
      task = wx.connectSocket();
      // Whether the listeners were set before or after, they hear this socket.
      Promise.resolve().then(() => {
        for (const [name, listener] of heard) task[`on${name}`](listener);
        heard = [];
      });
    },
    sendSocketMessage: (/** @type {any} */ message) => task.send(message),
    closeSocket() {},
  };
  return { host, sockets };
}
