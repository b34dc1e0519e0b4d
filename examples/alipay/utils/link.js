const MdeWebsocket = require('./mde-websocket.js');

// Alipay gives a mini program one socket, so there is one link: every page that requires this file shares it.
module.exports = MdeWebsocket({
  params: { url: 'ws://127.0.0.1:8080' },
  isPong: (data) => data === 'pong',
  // Short, so that a latency is soon shown; the default is 15 s.
  pingTimeout: 5000,
});
