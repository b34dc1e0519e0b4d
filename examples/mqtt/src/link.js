import { network, Socket } from 'mde-websocket/wechat/websocket';
import mqtt from 'mqtt';

// The answers to the client's pings keep it fed; after a return to the app it has 5 s to hear one.
const Link = Socket.with({ idleTimeout: 60000 });

/** One client for the whole mini program: every page that requires the built file shares it. */
export const client = mqtt.connect('ws://127.0.0.1:8080/mqtt', {
  createWebsocket: (url, protocols) => new Link(url, protocols),
  forceNativeWebSocket: true,
  timerVariant: 'native',
  keepalive: 30,
  reconnectPeriod: 2000,
});

// Not `client.reconnect()`: it begins with empty stores, and messages of QoS 1 and 2 that wait in them are lost.
network.addEventListener('online', () => client.stream.destroy());
network.addEventListener('visible', () => client.connected && client.sendPing());
