export { default } from 'mde-websocket/alipay';
