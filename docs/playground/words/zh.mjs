// @ts-check
/** What the playground says, in Chinese. */
import { LOST } from '../../../lab/demo/drawing/facts.mjs';

/** @type {Record<string, { title: string, tells: string }>} */
const TROUBLES = {
  'server-gone': { title: '服务器停机', tells: '服务器断开所有连接，4 秒后恢复。' },
  'half-open': {
    title: '半开连接',
    tells: '服务器不再出声，也不关闭连接，就像网线被拔掉。只有心跳能发现。',
  },
  refused: { title: '拒绝连接', tells: '服务器断开所有连接，6 秒内对新连接一律返回 503。' },
  'network-off': { title: '断网', tells: '手机 8 秒没有网络。' },
  'wifi-to-4g': { title: 'Wi-Fi 切 4G', tells: '换了网络。旧的 socket 已经死了，却没有任何通知。' },
  background: { title: '切后台', tells: '用户离开 20 秒。5 秒后宿主切断连接，微信就是这样。' },
  'second-task': {
    title: '第二个任务',
    tells: '宿主只有一个 socket。程序的另一处把它拿走，6 秒后我们的任务调用 reconnect() 拿回来。',
  },
  flood: { title: '消息洪峰', tells: '服务器停机 4 秒，应用在此期间一口气发送 120 条消息。' },
};

/** @type {Record<string, string>} */
const REASONS = {
  [LOST]: '宿主收下了，但那条连接早已失效',
  'queue full': '队列已满（queueLimit），最早的被丢弃',
  'link lost': '断线时没有地方留存（queueLimit: 0）',
  'task closed': 'task 已关闭',
};

/** @type {import('./en.mjs').PlaygroundWords} */
export const WORDS = {
  chart: {
    legend: {
      open: '已连接',
      connecting: '连接中',
      waiting: '等待重连',
      closed: '已关闭',
      trouble: '故障，到本库恢复为止',
      lost: '断线；数字是恢复所用的时间',
      ping: '安静时发出的心跳',
      direct: '立即发出的消息',
      kept: '排队、连上后补发的消息',
      dropped: '丢失的消息',
    },
    noPong: '心跳超时',
    state: { open: '已连接', connecting: '连接中', waiting: '等待重连', closed: '已关闭' },
    trouble: (name) => TROUBLES[name].title,
    period: (what, from, to) => `${what}：${from} 至 ${to}`,
    span: (state, from, to) => `${state}，${from} 至 ${to}`,
    attempt: (n) => `第 ${n} 次重连`,
    because: (why) => `原因：${why}`,
    lostAt: (name, at, cause) => `${name}：${at} 断线（${cause}）`,
    pingAt: (at) => `心跳，${at}`,
    message: (n, at) => `消息 ${n}，${at} 发送`,
    dropped: (why) => `丢失：${why}`,
    why: (why) => REASONS[why] ?? why,
    kept: '排队',
    arrived: (later) => `${later}后到达`,
    unanswered: '没有应答',
    tick: (second) => `${second} s`,
    chart: (links, troubles) => `${links.join('、')}的时间线，经历：${troubles.join('、') || '尚无故障'}`,
  },
  troubles: TROUBLES,
  host: '宿主',
  options: '选项',
  speed: '速度',
  pause: '暂停',
  goOn: '继续',
  again: '重新开始',
  breakIt: '制造故障',
  link: '这段经过的链接',
  loading: '正在连接……',
  broken: '演练无法在这里运行：',
  noScript: '演练需要 JavaScript。',
  idle: '每个程序每 1.5 秒发一条消息，服务器原样送回。按一个按钮，看各条泳道怎么样。',
  over: '已经过了十分钟，这段经过写满了。请重新开始。',
  unknown: (parts) => `地址里有这里没有的内容，已略去：${parts.join('，')}`,
  lanes: {
    ours: 'mde-websocket',
    second: '它的第二个任务',
    'by-hand': '手写：onClose 里定时重连',
    bare: '裸 socket',
  },
  state: {
    open: '已连接',
    connecting: '连接中',
    waiting: '等待重连',
    closed: '已关闭',
    deaf: '自称「已连接」，其实收不到消息',
    superseded: '让给了第二个任务',
  },
  figures: ({ said, arrived, lost }) => `发送 ${said} · 到达 ${arrived} · 丢失 ${lost}`,
  tap: '点一下图中的标记，看它是什么。',
  seen: '应用看到的',
  seenBy: '程序',
  lost: '丢失的消息与原因',
  lostNone: '还没有。',
  lostCount: (count) => `${count} 条`,
  lostOurs: '最多一次：在谁都还不知道连接已死之前发出的消息，找不回来。如果重要，请给消息编号：',
  delivery: '送达保证',
  why: (why) => REASONS[why] ?? why,
  runs: ({ file, size }) => `这里运行的是发布的文件 dist/${file}（${size} 字节），在模拟的宿主上跑三份。不访问网络。`,
};
