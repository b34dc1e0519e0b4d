export { default } from 'mde-websocket/baidu';
