export { default } from 'mde-websocket/web';
