import MdeWebsocket from 'mde-websocket/alipay';

// Alipay gives a mini program one socket, so there is one link: every page that imports this file shares it.
export default MdeWebsocket({
  params: { url: 'ws://127.0.0.1:8080' },
  isPong: (data) => data === 'pong',
});
