export { default } from 'mde-websocket/douyin';
