// @ts-check
import { closedBy, end, next, opened, thrown, whileConnecting, whileOpen } from '../tools.mjs';

const NAMES = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'];
const ATTRIBUTES = ['url', 'readyState', 'bufferedAmount', 'extensions', 'protocol', 'binaryType', 'onopen', 'onerror'];

/** Assigning changes nothing. @param {string} name @param {any} value */
const readonly = (name, value) =>
  whileConnecting((socket) => {
    const before = socket[name];
    const error = thrown(() => {
      socket[name] = value;
    });
    // A module is strict code.
    return [error, socket[name] === before];
  });

/** `bufferedAmount` as it is, and once it has fallen. @param {any} socket */
async function fallingOf(socket) {
  const before = socket.bufferedAmount;
  while (socket.bufferedAmount === before) await new Promise((resolve) => setTimeout(resolve, 2));
  return [before, socket.bufferedAmount];
}

/** @type {import('../run.mjs').Case[]} */
export const members = [
  {
    name: 'interfaces/WebSocket/constants/001',
    expected: [0, 1, 2, 3],
    see: ({ WebSocket }) => NAMES.map((name) => WebSocket[name]),
  },
  {
    name: 'interfaces/WebSocket/constants/002',
    expected: [0, 1, 2, 3],
    see: ({ WebSocket }) => NAMES.map((name) => WebSocket.prototype[name]),
  },
  {
    name: 'interfaces/WebSocket/constants/003',
    expected: [0, 1, 2, 3],
    see: whileConnecting((socket) => NAMES.map((name) => socket[name])),
  },
  {
    name: 'interfaces/WebSocket/constants/004',
    expected: NAMES.map(() => ['TypeError', 'TypeError', true]),
    see: ({ WebSocket }) =>
      NAMES.map((name, value) => [
        thrown(() => {
          WebSocket[name] = 9;
        }),
        thrown(() => delete WebSocket[name]),
        WebSocket[name] === value && Object.keys(WebSocket).includes(name),
      ]),
  },
  {
    name: 'idlharness',
    expected: {
      attributes: ATTRIBUTES.map(() => ['function', true, true]),
      methods: ['function', 'function'],
      tag: '[object WebSocket]',
      name: 'WebSocket',
      target: ['function', 'function', 'function'],
    },
    see: whileConnecting((socket, { WebSocket }) => ({
      attributes: ATTRIBUTES.map((name) => {
        const { get, enumerable, configurable } = lookUp(WebSocket.prototype, name) ?? {};
        return [typeof get, enumerable, configurable];
      }),
      methods: ['send', 'close'].map((name) => typeof WebSocket.prototype[name]),
      tag: Object.prototype.toString.call(socket),
      name: WebSocket.name,
      target: ['addEventListener', 'removeEventListener', 'dispatchEvent'].map((name) => typeof socket[name]),
    })),
  },
  { name: 'constructor', expected: 1, see: ({ WebSocket }) => WebSocket.length },
  { name: 'interfaces/WebSocket/readyState/001', expected: 0, see: whileConnecting((socket) => socket.readyState) },
  { name: 'interfaces/WebSocket/readyState/002', expected: ['TypeError', true], see: readonly('readyState', 7) },
  {
    name: 'interfaces/WebSocket/readyState/006',
    expected: [0, 1, 2, 3],
    see: async ({ WebSocket, url }) => {
      const socket = new WebSocket(url());
      const states = [socket.readyState];
      await next(socket, 'open');
      states.push(socket.readyState);
      const closed = next(socket, 'close');
      socket.close();
      states.push(socket.readyState);
      await closed;
      return [...states, socket.readyState];
    },
  },
  { name: 'interfaces/WebSocket/url/001', expected: ['TypeError', true], see: readonly('url', 'ws://other/') },
  {
    name: 'interfaces/WebSocket/protocol/protocol-initial',
    expected: '',
    see: whileConnecting((socket) => socket.protocol),
  },
  { name: 'interfaces/WebSocket/extensions/001', expected: '', see: whileConnecting((socket) => socket.extensions) },
  {
    name: 'interfaces/WebSocket/bufferedAmount/bufferedAmount-initial',
    expected: 0,
    see: whileConnecting((socket) => socket.bufferedAmount),
  },
  {
    name: 'interfaces/WebSocket/bufferedAmount/bufferedAmount-readonly',
    expected: ['TypeError', true],
    see: readonly('bufferedAmount', 10),
  },
  {
    name: 'interfaces/WebSocket/bufferedAmount/bufferedAmount-arraybuffer',
    expected: [10, 0],
    see: whileOpen(async (socket) => {
      socket.send(new ArrayBuffer(10));
      return fallingOf(socket);
    }),
  },
  {
    name: 'interfaces/WebSocket/bufferedAmount/bufferedAmount-unicode',
    expected: 10,
    see: whileOpen((socket) => {
      socket.send('å 好😀');
      return socket.bufferedAmount;
    }),
  },
  {
    name: 'interfaces/WebSocket/bufferedAmount/bufferedAmount-large',
    expected: [65_536, 0],
    see: whileOpen(async (socket) => {
      socket.send('c'.repeat(65_536));
      return fallingOf(socket);
    }),
  },
  {
    name: 'interfaces/WebSocket/bufferedAmount/bufferedAmount-deleting',
    expected: [true, 'number'],
    see: whileConnecting((socket) => [delete socket.bufferedAmount, typeof socket.bufferedAmount]),
  },
  {
    name: 'interfaces/WebSocket/bufferedAmount/bufferedAmount-getting',
    expected: [3, 8],
    see: async (world) => {
      const socket = await opened(world);
      await closedBy(socket);
      socket.send('abc');
      const first = socket.bufferedAmount;
      socket.send(new Uint8Array(5));
      return [first, socket.bufferedAmount];
    },
  },
  { name: 'Create-valid-url-binaryType-blob', expected: 'blob', see: whileConnecting((socket) => socket.binaryType) },
  {
    name: 'binaryType-wrong-value',
    expected: ['blob', 'arraybuffer', 'arraybuffer'],
    see: whileConnecting((socket) =>
      ['notBlobOrArrayBuffer', 'arraybuffer', 'ArrayBuffer'].map((value) => {
        socket.binaryType = value;
        return socket.binaryType;
      }),
    ),
  },
  {
    name: 'eventhandlers',
    expected: ['open', 'message', 'error', 'close'].map(() => [null, true, null, null, null]),
    see: async ({ WebSocket, url }) => {
      const socket = new WebSocket(url());
      const handler = () => {};
      const seen = ['open', 'message', 'error', 'close'].map((type) => {
        const name = `on${type}`;
        const values = [socket[name]];
        for (const given of [handler, null, 5, 'text']) {
          socket[name] = given;
          values.push(given === handler ? socket[name] === handler : socket[name]);
        }
        return values;
      });
      await end(socket);
      return seen;
    },
  },
];

/** @param {any} object @param {string} name @returns {PropertyDescriptor | undefined} */
function lookUp(object, name) {
  return object
    ? (Object.getOwnPropertyDescriptor(object, name) ?? lookUp(Object.getPrototypeOf(object), name))
    : undefined;
}
