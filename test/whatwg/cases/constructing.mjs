// @ts-check
import { end, next, opened, thrown } from '../tools.mjs';

const SEPARATORS = [...'()<>@,;:\\"/[]?={} \t'];

/** @param {string[]} urls */
const refused = (urls) => ({
  expected: urls.map(() => 'SyntaxError'),
  see: (/** @type {import('../run.mjs').World} */ { WebSocket }) => urls.map((url) => thrown(() => new WebSocket(url))),
});

/** @param {any[]} all each of them as `protocols` */
const refusedProtocols = (all) => ({
  expected: all.map(() => 'SyntaxError'),
  see: (/** @type {import('../run.mjs').World} */ { WebSocket, url }) =>
    all.map((protocols) => thrown(() => new WebSocket(url(), protocols))),
});

/** The address of a socket that is not waited for. @param {(url: string) => string} change @param {(port: string) => string} wanted */
const addressed = (change, wanted) => ({
  expected: wanted('PORT'),
  see: async (/** @type {import('../run.mjs').World} */ { WebSocket, url }) => {
    const socket = new WebSocket(change(url('/')));
    const port = url('').replace(/.*:/, '');
    const address = socket.url.replace(port, 'PORT');
    await end(socket);
    return address;
  },
});

/** The subprotocol of an open socket. @param {any} protocols @param {string} [rest] */
const negotiated = (protocols, rest) => async (/** @type {import('../run.mjs').World} */ world) => {
  const socket = await opened(world, rest, protocols);
  const { protocol } = socket;
  await end(socket);
  return protocol;
};

/** @type {import('../run.mjs').Case[]} */
export const constructing = [
  { name: 'Create-invalid-urls', ...refused(['/test', 'mailto:someone@example.org', 'about:blank', 'ws://', '', '?']) },
  { name: 'Create-wrong-scheme', ...refused(['ftp://example.org/', 'file:///tmp', 'data:text/plain,a']) },
  { name: 'Create-url-with-space', ...refused(['ws://exa mple.org/']) },
  {
    name: 'Create-url-with-windows-1252-encoding',
    ...addressed(
      (url) => `${url}?ä`,
      (port) => `ws://127.0.0.1:${port}/?%C3%A4`,
    ),
  },
  { name: 'Create-asciiSep-protocol-string', ...refusedProtocols(SEPARATORS.map((one) => `a${one}b`)) },
  { name: 'Create-nonAscii-protocol-string', ...refusedProtocols(['\u0080echo', 'écho', '好', '\u0000', '\u007f']) },
  { name: 'Create-protocol-with-space', ...refusedProtocols(['ex ample']) },
  { name: 'Create-protocols-repeated', ...refusedProtocols([['echo', 'echo']]) },
  { name: 'Create-protocols-repeated-case-insensitive', ...refusedProtocols([['echo', 'ECHO']]) },
  { name: 'Create-protocol-empty', ...refusedProtocols(['', [''], ['a', '']]) },
  { name: 'constructor/004', ...refusedProtocols([null, {}].map((one) => (one ? 'a b' : ' '))) },
  {
    name: 'Create-valid-url',
    ...addressed(
      (url) => url,
      (port) => `ws://127.0.0.1:${port}/`,
    ),
  },
  {
    name: 'Create-verify-url-set-non-default-port',
    ...addressed(
      (url) => `${url}path`,
      (port) => `ws://127.0.0.1:${port}/path`,
    ),
  },
  {
    name: 'Create-http-urls',
    ...addressed(
      (url) => url.replace('ws', 'http'),
      (port) => `ws://127.0.0.1:${port}/`,
    ),
  },
  {
    name: 'constructor/006',
    ...addressed(
      (url) => url.replace('ws', 'WS'),
      (port) => `ws://127.0.0.1:${port}/`,
    ),
  },
  {
    name: 'constructor/007',
    ...addressed(
      (url) => ` ${url}a\n`,
      (port) => `ws://127.0.0.1:${port}/a`,
    ),
  },
  {
    name: 'interfaces/WebSocket/url/resolve',
    ...addressed(
      (url) => `${url}a b"<>`,
      (port) => `ws://127.0.0.1:${port}/a%20b%22%3C%3E`,
    ),
  },
  {
    name: 'interfaces/WebSocket/url/006',
    ...addressed(
      (url) => `${url}a/./b/../c`,
      (port) => `ws://127.0.0.1:${port}/a/c`,
    ),
  },
  { name: 'Create-valid-url-protocol', expected: 'echo', see: negotiated('echo') },
  { name: 'Create-valid-url-protocol-string', expected: 'echo', see: negotiated(['echo']) },
  { name: 'Create-valid-url-array-protocols', expected: 'chat', see: negotiated(['echo', 'chat'], '/?protocol=chat') },
  { name: 'Create-valid-url-protocol-empty', expected: '', see: negotiated([]) },
  {
    name: 'Create-protocol-not-offered',
    expected: ['error', 'close 1006'],
    see: async ({ WebSocket, url }) => {
      const socket = new WebSocket(url('/?refuse'), 'echo');
      /** @type {string[]} */
      const told = [];
      for (const type of ['open', 'error']) socket.addEventListener(type, () => told.push(type));
      const { code } = await next(socket, 'close');
      return [...told, `close ${code}`];
    },
  },
  {
    name: 'Create-extensions-empty',
    expected: '',
    see: async (world) => {
      const socket = await opened(world);
      const { extensions } = socket;
      await end(socket);
      return extensions;
    },
  },
  {
    name: 'constructor/001',
    expected: ['TypeError', 'TypeError', 'TypeError'],
    see: ({ WebSocket, url }) => [
      thrown(() => new WebSocket()),
      thrown(() => WebSocket(url())),
      thrown(() => WebSocket.call({}, url())),
    ],
  },
  {
    name: 'constructor/008',
    expected: ['SyntaxError', 'SyntaxError'],
    see: ({ WebSocket }) =>
      ['ws://127.0.0.1:65536/', 'ws://127.0.0.1:x/'].map((url) => thrown(() => new WebSocket(url))),
  },
];
