// @ts-check
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from './compile.mjs';

const page = readFileSync(new URL('../conformance/seed-examples.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/## (.+)\n\n```js\n([^`]+)```/g)].map(([, title, code]) => [title, code]);

/**
 * An example of version 1 as TypeScript: `wx` and `console` are the application's, a `task` the one it waited for, and
 * its native task there, which the types do not promise.
 *
 * @param {string} code
 */
const asProgram = (code) => `${code.replace(/^\s*\.\.\.$/m, '').replace(/task\.socketTask\./g, 'task.socketTask!.')}
import type { Task } from 'mde-websocket';
declare const wx: any;
declare const console: any;
${/\btask =>/.test(code) ? '' : 'declare const task: Task;'}
`;

/** @param {string} options */
const universal = (options) => `import MdeWebsocket from 'mde-websocket';
declare const wx: { connectSocket(params: object): object };
MdeWebsocket(${options});
`;

/** @param {string} options */
const wechat = (options) => `import MdeWebsocket from 'mde-websocket/wechat';\nMdeWebsocket(${options});\n`;

/**
 * Code on a task.
 *
 * @param {string} code
 */
const onTask = (code) => `import type { Task } from 'mde-websocket/wechat';\ndeclare const task: Task;\n${code}\n`;

const URL_ONLY = "params: { url: 'wss://example.com' }";

/** What the compiler says of each; none where it must be right. @type {[string, string, RegExp | null][]} */
const cases = [
  [
    'every option',
    universal(`{ platform: wx, ${URL_ONLY}, pingTimeout: 1, pongTimeout: 1, probeTimeout: 1, pingEvery: 1,
    pingMsg: new ArrayBuffer(1),
    isPong: (data) => data === 'pong', reconnectTimeout: ({ attempt, elapsed, close }) => attempt + elapsed + close.code,
    repeatLimit: null, minUptime: 1, connectTimeout: 1, shouldReconnect: ({ code }) => code !== 4401, queueLimit: 0,
    wake: false, logger: (entry) => { entry.state; } }`),
    null,
  ],
  [
    'params as a function',
    universal("{ platform: wx, params: (attempt) => Promise.resolve({ url: 'wss://a' + attempt }) }"),
    null,
  ],
  ['the universal entry without platform', universal(`{ ${URL_ONLY} }`), /^3: /],
  ['no params', wechat('{}'), /^2: /],
  ['params without url', wechat('{ params: {} }'), /^2: /],
  ['pingTimeout as text', wechat(`{ ${URL_ONLY}, pingTimeout: '1' }`), /^2: /],
  ['pingMsg as a number', wechat(`{ ${URL_ONLY}, pingMsg: 1 }`), /^2: /],
  ['repeatLimit as a boolean', wechat(`{ ${URL_ONLY}, repeatLimit: false }`), /^2: /],
  ['wake as a number', wechat(`{ ${URL_ONLY}, wake: 1 }`), /^2: /],
  ['reconnectTimeout that returns text', wechat(`{ ${URL_ONLY}, reconnectTimeout: () => 'soon' }`), /^2: /],
  [
    'types as members of the function',
    "import MdeWebsocket from 'mde-websocket/wechat';\ndeclare const task: MdeWebsocket.Task;\nconst options: MdeWebsocket.Options = task.opts as MdeWebsocket.Options;\n",
    null,
  ],
  [
    'the parameters and the native task by name',
    "import type { ConnectParams, SocketTask, Task } from 'mde-websocket/alipay';\nconst params: ConnectParams = { url: '', multiple: true };\ndeclare const task: Task;\nconst native: SocketTask | null = task.socketTask;\n",
    null,
  ],
  ['the native task before there is one', onTask('task.socketTask.close({});'), /possibly 'null'/],
  [
    "the host's own report of a close",
    onTask('task.onClose = ({ raw }) => { const code: number | undefined = raw?.code; };'),
    null,
  ],
  ["a field that the host's report lacks", onTask('task.onMessage = ({ raw }) => raw.isBuffer;'), /isBuffer/],
  [
    'what the host says of a message it took',
    onTask("task.send({ data: '', success: (result) => result.ok });"),
    /'ok'/,
  ],
  ['an option that does not exist', wechat(`{ ${URL_ONLY}, pingtimeout: 1 }`), /pingtimeout/],
  ['platform on a bound entry', wechat(`{ platform: {}, ${URL_ONLY} }`), /platform/],
  [
    'every parameter that WeChat documents',
    wechat(`{ params: { url: '', header: { a: 'b' }, protocols: ['a'], tcpNoDelay: true,
    perMessageDeflate: true, timeout: 1, forceCellularNetwork: true, success: (result) => { result.errMsg; },
    fail: (error) => { error.errMsg; }, complete() {} } }`),
    null,
  ],
  ['a parameter that WeChat does not have', wechat("{ params: { url: '', multiple: true } }"), /multiple/],
  ['a parameter of WeChat of another type', wechat("{ params: { url: '', timeout: '1' } }"), /^2: /],
  [
    "Alipay's parameters",
    "import open from 'mde-websocket/alipay';\nopen({ params: { url: '', multiple: true, data: {}, timeout: 1, fail: (e) => { e.errorMessage; } } });\n",
    null,
  ],
  [
    "Baidu's parameters",
    "import open from 'mde-websocket/baidu';\nopen({ params: { url: '', protocols: [], header: {} } });\n",
    null,
  ],
  [
    'what is sent',
    onTask(
      "const now: boolean = task.send('a'); task.send(new Uint8Array(1)); task.send({ data: new ArrayBuffer(1), success() {} });",
    ),
    null,
  ],
  ['a number sent', onTask('task.send(1);'), /^3: /],
  [
    'events by name',
    onTask("const off: () => void = task.on('close', (e) => { e.cause === 'pong-timeout' && e.willReconnect; });"),
    null,
  ],
  [
    'the state that was',
    onTask("task.on('state', ({ state, previous }) => { const s: string = state + previous; });"),
    null,
  ],
  ['an event that does not exist', onTask("task.on('opened', () => {});"), /opened/],
  ['a cause that does not exist', onTask("task.on('close', (e) => e.cause === 'tired');"), /no overlap/],
  ['the state', onTask("const state: 'connecting' | 'open' | 'waiting' | 'closed' = task.state;"), null],
  ['options are read-only', onTask('task.opts.pingTimeout = 1;'), /read-only/],
  [
    'the native task is of the platform',
    onTask('task.socketTask!.onClose(({ code }) => { const c: number = code; });'),
    null,
  ],
  ['the native task lacks what others have', onTask('task.socketTask!.offClose();'), /offClose/],
  [
    'backoff',
    "import { backoff } from 'mde-websocket/baidu';\nbackoff(); backoff({ min: 1, max: 2, factor: 3 });\n",
    null,
  ],
  ['backoff with text', "import { backoff } from 'mde-websocket/baidu';\nbackoff({ min: '1' });\n", /^2: /],
  ['VERSION', "import { VERSION } from 'mde-websocket';\nexport const text: string = VERSION;\n", null],
];

/** @type {Record<string, string[]>} */
let errors;
beforeAll(() => {
  const snippets = [...examples.map(([title, code]) => [`seed: ${title}`, asProgram(code)]), ...cases];
  errors = compile(Object.fromEntries(snippets.map(([name, text]) => [name, text])));
}, 60_000);

describe('the examples of version 1', () => {
  test('are all there', () => {
    expect(examples.map(([title]) => title)).toEqual([
      'hooks',
      'close on a message of the server',
      'native task',
      'send',
      'close',
      'handlers',
    ]);
  });

  test.each(examples)('%s', (title, code) => {
    const expected = /task\.onopen\b/.test(code) ? [expect.stringContaining("Did you mean 'onOpen'")] : [];
    expect(errors[`seed: ${title}`]).toEqual(expected);
  });
});

describe('the public types', () => {
  const misspelt = {
    'an option': wechat(`{ ${URL_ONLY}, pingtimeout: 1 }`),
    'params itself': wechat("{ param: { url: '' } }"),
    'the url': wechat("{ params: { ulr: '' } }"),
    'the platform': universal(`{ plattform: wx, ${URL_ONLY} }`),
  };
  test('a misspelt name is one error, which says the name', () => {
    const found = compile(misspelt);
    expect(Object.values(found).map((list) => list.length)).toEqual([1, 1, 1, 1]);
    expect(
      Object.values(found).map(([error]) => /'(pingtimeout|param|ulr|plattform)' does not exist/.test(error)),
    ).toEqual([true, true, true, true]);
  });

  test.each(cases)('%s', (name, _, expected) => {
    if (expected === null) expect(errors[name]).toEqual([]);
    else expect(errors[name][0]).toMatch(expected);
  });
});
