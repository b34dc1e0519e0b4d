import MdeWebsocket, { backoff } from 'mde-websocket/wechat';

const grow = backoff({ min: 1000, max: 60000 });
const spread = () => Math.random() * 5000;

MdeWebsocket({
  params: { url: 'wss://example.com/socket' },
  // 1012 is a planned restart: another server is there already, so come soon, but not all at once.
  reconnectTimeout: (context) => (context.close.code === 1012 && context.attempt === 1 ? spread() : grow(context)),
});
