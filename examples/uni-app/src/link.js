// #ifdef MP-WEIXIN
import MdeWebsocket from 'mde-websocket/wechat';
// #endif
// #ifdef MP-ALIPAY
import MdeWebsocket from 'mde-websocket/alipay';
// #endif
// #ifdef MP-BAIDU
import MdeWebsocket from 'mde-websocket/baidu';
// #endif
// #ifdef MP-TOUTIAO
import MdeWebsocket from 'mde-websocket/douyin';
// #endif
// #ifdef H5
import MdeWebsocket from 'mde-websocket/web';
// #endif
// #ifndef MP-WEIXIN || MP-ALIPAY || MP-BAIDU || MP-TOUTIAO || H5
import MdeWebsocket from 'mde-websocket';
// #endif

// One link for the whole app: every page that imports this file shares it.
export default MdeWebsocket({
  // #ifndef MP-WEIXIN || MP-ALIPAY || MP-BAIDU || MP-TOUTIAO || H5
  platform: uni,
  // #endif
  params: { url: 'ws://127.0.0.1:8080' },
  isPong: (data) => data === 'pong',
  // Short, so that a latency is soon shown; the default is 15 s.
  pingTimeout: 5000,
});
