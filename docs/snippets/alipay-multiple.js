import MdeWebsocket from 'mde-websocket/alipay';

MdeWebsocket({ params: { url: 'wss://example.com/chat', multiple: true } });
MdeWebsocket({ params: { url: 'wss://example.com/prices', multiple: true } });
