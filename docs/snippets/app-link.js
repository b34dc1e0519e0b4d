// utils/app-link.js
const MdeWebsocket = require('mde-websocket/wechat');

let link;

/** One promise of one task, however many pages ask. */
module.exports = function appLink() {
  if (!link) link = MdeWebsocket({ params: { url: 'wss://example.com/socket' } });
  return link;
};
