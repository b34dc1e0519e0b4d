// Every target without a file of its own: Douyin, QQ, H5, …
import Taro from '@tarojs/taro';
import MdeWebsocket from 'mde-websocket';

export default (options) => MdeWebsocket({ ...options, platform: Taro });
