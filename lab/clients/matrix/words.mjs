// @ts-check
/** The words of the page. */

export const EN = {
  title: 'Beside other classes',
  intro:
    'Other packages, too, make a `WebSocket` of the host’s sockets. Here each client was driven by [its recipe](/en/clients/), with the class replaced, through a round trip, bytes where it has them, and a restart of the server, after which it had 60 s to be back by itself. The tables are written by `npm run bench:clients`.',
  hosts: 'By what the host does',
  hostsIntro:
    'Hosts differ in what they report when a connection is refused or lost, and so do versions of one host. How many of the clients work:',
  host: 'Host',
  clients: 'By client',
  clientsIntro:
    'Numbers are hosts of the table above. The last column is the transport that mqtt.js brings for WeChat.',
  client: 'Client',
  all: 'all',
  none: (/** @type {string} */ why) => `none (${why})`,
  not: (/** @type {number[]} */ hosts) => `not ${hosts.join(', ')}`,
  checks: {
    'round trip': 'no round trip',
    bytes: 'no bytes',
    restart: 'not back',
    closed: 'not closed',
    program: 'stops',
  },
  why: [
    'A client waits for `close`. Where the host does not report it and the class does not make up for it, the client waits for ever.',
    'weapp-polyfill and LeanCloud’s adapter throw on a view, and most binary clients send views. mp-websocket has no `addEventListener`, and hands its clients what the host reports as it is.',
    'For a link that is lost without a word ours relies on the `idleTimeout` of the recipe where the client has no heartbeat.',
    'mqtt.js keeps its `wx://` socket in a variable of the module: with two clients, one has the other’s.',
  ],
  cost: 'Size and cost of a message',
  costIntro:
    'Bytes of the class bundled alone by esbuild, and the time of a message between the least possible host and the application, the fastest of seven rounds. Ours counts bytes that are under way, knows what the host refused, and calls listeners as the standard has it.',
  class: 'Class',
  minified: 'minified',
  gzip: 'gzip -9',
  inbound: 'message in',
  outbound: 'message out',
};

/** @type {typeof EN} */
export const ZH = {
  title: '与其他类对比',
  intro:
    '也有别的包把宿主的连接包装成 `WebSocket`。这里用[各自的示例](/zh/clients/)驱动每个客户端，只把类换掉：一来一回、二进制（有的话）、服务端重启，之后 60 秒内要自己恢复。表格由 `npm run bench:clients` 生成。',
  hosts: '按宿主的表现',
  hostsIntro: '连接被拒或断开时报什么，各宿主不同，同一宿主的不同版本也不同。能用的客户端数：',
  host: '宿主',
  clients: '按客户端',
  clientsIntro: '数字是上表的宿主。最后一列是 mqtt.js 自带的微信传输。',
  client: '客户端',
  all: '全部可用',
  none: (why) => `都不可用（${why}）`,
  not: (hosts) => `${hosts.join('、')} 不可用`,
  checks: {
    'round trip': '不通',
    bytes: '二进制不行',
    restart: '不恢复',
    closed: '关不掉',
    program: '中断',
  },
  why: [
    '客户端等的是 `close`。宿主不报、类也不补，客户端就一直等下去。',
    'weapp-polyfill 和 LeanCloud 的适配器遇到视图就抛错，而二进制的客户端大多发视图。mp-websocket 没有 `addEventListener`，宿主报什么就原样交给客户端。',
    '断线没有通知、客户端自己又没有心跳时，本类靠示例里的 `idleTimeout`。',
    'mqtt.js 把 `wx://` 的连接放在模块变量里：开两个客户端，一个会拿到另一个的。',
  ],
  cost: '体积和每条消息的开销',
  costIntro:
    '体积是 esbuild 单独打包这个类的字节数；时间是一条消息在最简单的宿主和应用之间走一趟，取七轮中最快的一轮。本类要计算在途字节数，要知道宿主拒收了什么，并按标准调用监听者。',
  class: '类',
  minified: '压缩后',
  gzip: 'gzip -9',
  inbound: '收一条',
  outbound: '发一条',
};
