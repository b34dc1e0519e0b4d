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
  /** Kept once the broker has the message; the client's own refuses what it had to hold back when one more link broke. */
  async function publish(topic, message, how) {
    for (;;) {
      try {
        return await client.publishAsync(topic, message, how);
      } catch (error) {
        // Nothing of such a message has gone out, so that it cannot arrive twice.
        if (error.message !== 'Connection closed') throw error;
      }
    }
  }
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    publish,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      client.end();
    },
  };
}
