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

export default MdeWebsocket;
