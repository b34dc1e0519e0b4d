import Taro from '@tarojs/taro';
import MdeWebsocket from 'mde-websocket';

MdeWebsocket({ platform: Taro, params: { url: 'wss://example.com/socket' } }).then((task) => {
  task.onMessage = ({ data }) => console.log('message', data);
});
