import MdeWebsocket from 'mde-websocket/wechat';

// The server drops a client that it has not heard for 60 seconds.
MdeWebsocket({ params: { url: 'wss://example.com/socket' }, pingEvery: 25000 });
