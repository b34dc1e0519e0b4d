import MdeWebsocket from 'mde-websocket/wechat';

export function connect(fetchToken) {
  let token;
  return MdeWebsocket({
    // attempt 0 is a first connection; after a loss the count goes 1, 2, 3, …
    params: async (attempt) => {
      if (!token || attempt > 1) token = await fetchToken();
      return { url: 'wss://example.com/socket', header: { Authorization: `Bearer ${token}` } };
    },
    // The server says 4401 when the token has expired: forget it, and the next attempt fetches another.
    shouldReconnect: ({ code }) => {
      if (code === 4401) token = undefined;
      return true;
    },
  });
}
