import MdeWebsocket from './mde-websocket.js';

// One link for the whole page: every module that imports this file shares it.
export default MdeWebsocket({
  params: { url: 'ws://127.0.0.1:8080' },
  isPong: (data) => data === 'pong',
  // Short, so that a latency is soon shown; the default is 15 s.
  pingTimeout: 5000,
});
