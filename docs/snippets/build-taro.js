// websocket.weapp.js; beside it websocket.alipay.js, websocket.swan.js, websocket.h5.js and so on
export { default } from 'mde-websocket/wechat';
