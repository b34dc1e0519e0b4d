export { default } from 'mde-websocket/wechat';
