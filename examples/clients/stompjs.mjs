import { Client } from '@stomp/stompjs';
import { network, Socket } from 'mde-websocket/wechat/websocket';

// The broker beats every 10 s. After a return to the app it has 5 s to say something.
const Link = Socket.with({ idleTimeout: 25000 });

/** @param {string} url @param {import('@stomp/stompjs').StompConfig} [options] */
export function open(url, options) {
  const client = new Client({
    webSocketFactory: () => new Link(url, ['v12.stomp', 'v11.stomp', 'v10.stomp']),
    // WeChat on iOS drops the NUL at the end of a frame of text; as bytes it arrives.
    forceBinaryWSFrames: true,
    appendMissingNULLonIncoming: true,
    reconnectDelay: 2000,
    ...options,
  });
  const again = () => client.forceDisconnect();
  // STOMP has no ping that is answered: a subscription is, if it asks for a receipt.
  const ask = () => client.connected && client.subscribe('/topic/ask', () => {}, { receipt: 'ask' }).unsubscribe();
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  client.activate();
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      return client.deactivate();
    },
  };
}
