// Every target without a file of its own: QQ, JD, …
import mpx from '@mpxjs/core';
import MdeWebsocket from 'mde-websocket';

export default (options) => MdeWebsocket({ ...options, platform: mpx });
