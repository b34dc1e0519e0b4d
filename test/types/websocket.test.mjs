// @ts-check
/** The declared types of the class: those of the standard, with and without the declarations of a browser. */
import { describe, expect, test } from 'vitest';
import { PLATFORMS } from '../../lab/subjects.mjs';
import { compile } from './compile.mjs';

const BOUND = PLATFORMS.filter(({ isGiven }) => !isGiven).map(({ entry }) => entry);

const imported = (/** @type {string} */ entry) =>
  `import { Socket, network } from 'mde-websocket/${entry}/websocket';\n`;
const given =
  "import { createNetwork, createWebSocket } from 'mde-websocket/websocket';\ndeclare const Taro: { connectSocket(params: object): Promise<any> };\n";

/** @param {string} text @param {string} [entry] */
const onWechat = (text, entry = 'wechat') =>
  `${imported(entry)}const socket = new Socket('wss://example.com', ['mqtt']);\n${text}\n`;

/** What the compiler says of each; none where it must be right. @type {[string, string, RegExp | null][]} */
const cases = [
  ...BOUND.map(
    (entry) =>
      /** @type {[string, string, null]} */ ([
        `everything, on ${entry}`,
        onWechat(
          `socket.binaryType = 'arraybuffer';
      socket.onopen = () => socket.send('x');
      socket.onmessage = ({ data }) => { const text: string = typeof data === 'string' ? data : data.byteLength + ''; };
      socket.onerror = ({ message }) => { const text: string = message || ''; };
      socket.onclose = ({ code, reason, wasClean }) => { const all: [number, string, boolean] = [code, reason, wasClean]; };
      socket.addEventListener('close', { handleEvent: (event) => { event.code.toFixed(); } }, { once: true });
      socket.addEventListener('own', (event) => { event.detail; });
      socket.removeEventListener('message', null, true);
      socket.send(new Uint8Array(1)); socket.send(new ArrayBuffer(1)); socket.send(new DataView(new ArrayBuffer(1)));
      socket.close(); socket.close(4000, 'bye'); socket.close(undefined, 'why');
      const states: [0, 1, 2, 3] = [Socket.CONNECTING, Socket.OPEN, socket.CLOSING, socket.CLOSED];
      const Bound: typeof Socket = Socket.with({ openTimeout: 1, closeTimeout: 1, idleTimeout: 1, params: () => ({ header: {} }) }).with({});
      network.addEventListener('online', () => socket.close());`,
          entry,
        ),
        null,
      ]),
  ),
  [
    'a class for a host that is handed over',
    `${given}const Socket = createWebSocket(Taro, { params: { anything: 1 } });
    new Socket({ toString: () => 'wss://x' }).send('x'); createNetwork(Taro).addEventListener('hidden', () => {});`,
    null,
  ],
  [
    'the three names of it',
    "import Main, { Socket, WebSocket } from 'mde-websocket/wechat/websocket';\nconst all: (typeof Socket)[] = [Main, Socket, WebSocket];\nlet one: Socket = new WebSocket('wss://x');\n",
    null,
  ],
  ['what is sent, a number', onWechat('socket.send(1);'), /^3: /],
  ['an attribute that is written', onWechat('socket.readyState = 1;'), /readyState/],
  ['a state that is none', onWechat('socket.readyState === 4;'), /^3: /],
  ['a handler that is text', onWechat("socket.onopen = 'x';"), /^3: /],
  ['no url', `${imported('wechat')}new Socket();\n`, /^2: /],
  ['protocols that are an object', `${imported('wechat')}new Socket('wss://x', {});\n`, /^2: /],
  ['no class, but a call of it', `${imported('wechat')}Socket('wss://x');\n`, /^2: /],
  ['an option of another type', `${imported('wechat')}Socket.with({ idleTimeout: '1' });\n`, /^2: /],
  ['an option that does not exist', `${imported('wechat')}Socket.with({ pingTimeout: 1 });\n`, /pingTimeout/],
  ['a url among the params', `${imported('wechat')}Socket.with({ params: { url: 'wss://x' } });\n`, /url/],
  ['params that come later', `${imported('wechat')}Socket.with({ params: async () => ({}) });\n`, /^2: /],
  ['multiple on WeChat', `${imported('wechat')}Socket.with({ params: { multiple: false } });\n`, /multiple/],
  ['multiple on Alipay', `${imported('alipay')}Socket.with({ params: { multiple: false } });\n`, null],
  [
    "WeChat's own params",
    `${imported('wechat')}Socket.with({ params: { tcpNoDelay: true, header: { a: 'b' }, fail: ({ errMsg }) => { errMsg; } } });\n`,
    null,
  ],
  [
    'the maker, on a bound entry',
    "import { createWebSocket } from 'mde-websocket/wechat/websocket';\n",
    /createWebSocket/,
  ],
  [
    'a bound class, on the universal entry',
    "import { Socket } from 'mde-websocket/websocket';\nnew Socket('wss://x');\n",
    /Socket/,
  ],
];

describe('without the declarations of a browser', () => {
  const results = compile(Object.fromEntries(cases.map(([name, code]) => [name, code])));
  test.each(cases)('%s', (name, _, expected) => {
    if (!expected) expect(results[name]).toEqual([]);
    else expect(results[name][0]).toMatch(expected);
  });
});

/** Where the application has a browser's too. @type {[string, string][]} */
const standard = [
  ...BOUND.map(
    (entry) =>
      /** @type {[string, string]} */ ([
        `the class of ${entry} is what a browser's WebSocket is`,
        `${imported(entry)}const Standard: typeof globalThis.WebSocket = Socket;
    const socket: globalThis.WebSocket = new Socket('wss://x');
    const target: globalThis.EventTarget = network;\n`,
      ]),
  ),
  ['one that is made is as well', `${given}const Standard: typeof globalThis.WebSocket = createWebSocket(Taro);\n`],
  [
    "handlers written for a browser's events fit",
    onWechat(`socket.onmessage = (event: MessageEvent<string>) => { event.data.length; };
    socket.onclose = function (event: CloseEvent) { event.code; };
    socket.addEventListener('error', (event: Event) => { event.preventDefault(); });`),
  ],
];

describe('with the declarations of a browser', () => {
  const results = compile(Object.fromEntries(standard), ['lib.es2020.d.ts', 'lib.dom.d.ts']);
  test.each(standard)('%s', (name) => {
    expect(results[name]).toEqual([]);
  });
});
