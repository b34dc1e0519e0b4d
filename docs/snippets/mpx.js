import mpx from '@mpxjs/core';
import MdeWebsocket from 'mde-websocket';

MdeWebsocket({ platform: mpx, params: { url: 'wss://example.com/socket', usePromise: false } });
