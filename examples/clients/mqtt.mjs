import { network, Socket } from 'mde-websocket/wechat/websocket';
import mqtt from 'mqtt';

// The answers to MQTT's pings keep it fed; after a return to the app it has 5 s to hear one.
const Link = Socket.with({ idleTimeout: 60000 });

/** @param {string} url @param {import('mqtt').IClientOptions} [options] */
export function open(url, options) {
  const client = mqtt.connect(url, {
    createWebsocket: (address, protocols) => new Link(address, protocols),
    forceNativeWebSocket: true,
    timerVariant: 'native',
    keepalive: 30,
    reconnectPeriod: 1000,
    ...options,
  });
  // Not `client.reconnect()`: it begins with empty stores, and messages of QoS 1 and 2 that wait in them are lost.
  const again = () => client.stream.destroy();
  const ask = () => client.connected && client.sendPing();
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      client.end();
    },
  };
}
