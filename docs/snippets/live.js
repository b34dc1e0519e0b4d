import MdeWebsocket, { backoff } from 'mde-websocket/wechat';

export function connect(getToken) {
  return MdeWebsocket({
    params: async () => ({
      url: 'wss://example.com/socket',
      header: { Authorization: `Bearer ${await getToken()}` },
    }),
    isPong: (data) => data === 'pong',
    reconnectTimeout: backoff(),
    shouldReconnect: ({ code }) => code !== 4401,
  });
}
