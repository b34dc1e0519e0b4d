import { network, Socket } from 'mde-websocket/wechat/websocket';
import { CommonClient } from 'rpc-websockets';

const Link = Socket.with({ idleTimeout: 30000 });

/** The client hands a callback to `send`, as sockets of Node take it. */
class RpcSocket extends Link {
  send(data, options, callback = options) {
    try {
      super.send(data);
    } catch (error) {
      return callback(error);
    }
    callback();
  }
}

/** @param {string} url */
export function open(url, options) {
  const client = new CommonClient((address) => new RpcSocket(address), url, { max_reconnects: 0, ...options });
  client.on('error', () => {});
  // It takes code 1000 for an end that was asked for, and WeChat reports it when it cuts a link in the background.
  const ask = () => (client.ready ? client.listMethods().catch(() => {}) : client.connect());
  const again = () => (client.ready ? client.close(4000) : client.connect());
  // The server says nothing by itself, so that somebody has to ask.
  const timer = setInterval(ask, 15000);
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    close() {
      clearInterval(timer);
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      client.setAutoReconnect(false);
      client.close();
    },
  };
}
