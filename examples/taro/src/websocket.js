// Every target without a file of its own: QQ, JD, …
import Taro from '@tarojs/taro';
import MdeWebsocket from 'mde-websocket';

export default (options) => MdeWebsocket({ ...options, platform: Taro });
