import ReconnectingWebSocket from 'reconnecting-websocket';

const socket = new ReconnectingWebSocket(() => getUrl(), [], {
  maxReconnectionDelay: 10000,
  minReconnectionDelay: 1000,
  reconnectionDelayGrowFactor: 1.3,
  connectionTimeout: 4000,
  maxEnqueuedMessages: 100,
});
socket.addEventListener('open', () => socket.send('hello'));
socket.addEventListener('message', ({ data }) => console.log(data));
