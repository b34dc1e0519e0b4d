// @ts-check
/**
 * Where the class departs from the standard, and why it must. What it says and what is seen is held together by the
 * test; which hosts it is seen on is in the table of the docs, which `npm run deviations` writes.
 *
 * @typedef {{ names: string[], en: [standard: string, here: string], zh: [standard: string, here: string] }} Deviation
 */

/** @type {Deviation[]} */
export const DEVIATIONS = [
  {
    names: ['binary/002'],
    en: [
      'Bytes arrive as a `Blob` until `binaryType` is set',
      'Bytes always arrive as an `ArrayBuffer`: hosts have no `Blob`',
    ],
    zh: ['未设置 `binaryType` 时，二进制以 `Blob` 到达', '二进制总是 `ArrayBuffer`：宿主没有 `Blob`'],
  },
  {
    names: ['Send-binary-blob'],
    en: ['`send(blob)` sends its bytes', 'A `TypeError`: no host takes a `Blob`'],
    zh: ['`send(blob)` 发送其字节', '抛 `TypeError`：没有宿主接受 `Blob`'],
  },
  {
    names: ['Close-1005'],
    en: [
      '`close()` without a code sends a close frame without one',
      'Hosts send 1000; the event says 1005, as in the standard',
    ],
    zh: ['不带代码的 `close()` 发出的关闭帧也不带代码', '宿主会发 1000；事件里仍是 1005，与标准一致'],
  },
  {
    names: ['interfaces/WebSocket/url/006'],
    en: [
      '`.` and `..` in a path are resolved, names outside ASCII become Punycode, and there is a base',
      'The address goes to the host with its dots; a name outside ASCII, or a relative address, is a `SyntaxError`',
    ],
    zh: [
      '路径里的 `.` 和 `..` 会化简，非 ASCII 域名转成 Punycode，相对地址有基准',
      '点号原样交给宿主；非 ASCII 域名和相对地址抛 `SyntaxError`',
    ],
  },
  {
    names: ['Create-valid-url-array-protocols'],
    en: [
      '`protocol` is the one that the server chose',
      'Empty if several were asked for and the host does not show the header of the answer',
    ],
    zh: ['`protocol` 是服务器选定的子协议', '请求了多个而宿主不给出响应头时为空'],
  },
  {
    names: [
      'interfaces/WebSocket/events/001',
      'interfaces/CloseEvent/clean-close',
      'Close-server-initiated-close',
      'closing-handshake/002',
      'closing-handshake/003',
      'closing-handshake/004',
    ],
    en: [
      "A server's close has its code and reason, and is clean",
      'Where the host does not tell the code, it is 1006 and not clean; some tell no reason either',
    ],
    zh: ['服务器关闭时带有其代码和原因，且 `wasClean`', '宿主不给代码时为 1006，且不算 `wasClean`；有的连原因也不给'],
  },
  {
    names: ['Close-1000-reason', 'Close-3000-reason', 'Close-Reason-123Bytes', 'Close-reason-unpaired-surrogates'],
    en: [
      'Code and reason of `close()` reach the server',
      'A framework that drops them sends 1000; the event has those that were given',
    ],
    zh: ['`close()` 的代码和原因会到达服务器', '会丢掉它们的框架发出 1000；事件里仍是所给的代码和原因'],
  },
];
