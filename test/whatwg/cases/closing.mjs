// @ts-check
import { closedBy, facts, frameOf, next, opened, thrown, whileConnecting, whileOpen } from '../tools.mjs';

/** The close event. @param {any[]} args @param {number} code @param {string} [reason] */
const reported = (args, code, reason = '') => ({
  expected: { code, reason, wasClean: true },
  see: async (/** @type {import('../run.mjs').World} */ world) => closedBy(await opened(world), ...args),
});

/** The close frame that the server gets. @param {any[]} args @param {number} code @param {string} [reason] */
const framed = (args, code, reason = '') => ({
  expected: { code, reason },
  see: async (/** @type {import('../run.mjs').World} */ world) => {
    await closedBy(await opened(world), ...args);
    return frameOf(world);
  },
});

/** @param {string} error @param {any[][]} all */
const refused = (error, ...all) => ({
  expected: all.map(() => error),
  see: whileOpen((socket) => all.map((args) => thrown(() => socket.close(...args)))),
});

/** What the server began. @param {string} rest @param {number} code @param {string} [reason] */
const begun = (rest, code, reason = '') => ({
  expected: { code, reason, wasClean: true },
  see: async (/** @type {import('../run.mjs').World} */ { WebSocket, url }) =>
    facts(await next(new WebSocket(url(rest)), 'close')),
});

const LONG = 'é'.repeat(61);

/** @type {import('../run.mjs').Case[]} */
export const closing = [
  { name: 'Close-1000', ...framed([1000], 1000) },
  { name: 'Close-1000-reason', ...framed([1000, 'Clean Close'], 1000, 'Clean Close') },
  { name: 'Close-1000-verify-code', ...reported([1000, 'Clean Close'], 1000, 'Clean Close') },
  { name: 'Close-1005', ...framed([], 1005) },
  { name: 'Close-1005-verify-code', ...reported([], 1005) },
  { name: 'Close-undefined', ...reported([undefined], 1005) },
  { name: 'Close-2999-reason', ...refused('InvalidAccessError', [2999, 'Clean Close']) },
  { name: 'Close-3000-reason', ...framed([3000, 'Clean Close'], 3000, 'Clean Close') },
  { name: 'Close-3000-verify-code', ...reported([3000, 'Clean Close'], 3000, 'Clean Close') },
  { name: 'Close-4999-reason', ...reported([4999, 'Clean Close'], 4999, 'Clean Close') },
  { name: 'Close-NaN', ...refused('InvalidAccessError', [Number.NaN]) },
  { name: 'Close-null', ...refused('InvalidAccessError', [null]) },
  { name: 'Close-0', ...refused('InvalidAccessError', [0]) },
  { name: 'Close-string', ...refused('InvalidAccessError', ['string']) },
  { name: 'Close-onlyReason', ...refused('InvalidAccessError', ['Close with only reason']) },
  {
    name: 'close-invalid',
    ...refused(
      'InvalidAccessError',
      [500],
      [999],
      [1001],
      [1005],
      [1006],
      [1015],
      [2000],
      [5000],
      [-1],
      [66_536],
      [69_536],
    ),
  },
  { name: 'close-invalid, fractions', ...refused('InvalidAccessError', [2999.4], [4999.6], [1000.6], [Infinity]) },
  { name: 'interfaces/WebSocket/close/close-fraction', ...reported([2999.6], 3000) },
  { name: 'Close-Reason-124Bytes', ...refused('SyntaxError', [1000, 'a'.repeat(124)], [1000, `${LONG}é`]) },
  { name: 'Close-Reason-123Bytes', ...framed([1000, `${LONG}a`], 1000, `${LONG}a`) },
  { name: 'Close-reason-unpaired-surrogates', ...framed([1000, '\ud807'], 1000, '\ufffd') },
  { name: 'interfaces/WebSocket/close/close-reason-null', ...reported([1000, null], 1000, 'null') },
  {
    name: 'Close-readyState-Closing',
    expected: 2,
    see: whileOpen((socket) => {
      socket.close();
      return socket.readyState;
    }),
  },
  {
    name: 'Close-readyState-Closed',
    expected: 3,
    see: async (world) => {
      const socket = await opened(world);
      const state = next(socket, 'close').then(() => socket.readyState);
      socket.close();
      return state;
    },
  },
  {
    name: 'Close-server-initiated-close',
    expected: { code: 1000, reason: 'as told', wasClean: true },
    see: async (world) => {
      const socket = await opened(world);
      const closed = next(socket, 'close');
      socket.send('goodbye');
      return facts(await closed);
    },
  },
  { name: 'closing-handshake/002', ...begun('/?close=4001&reason=why', 4001, 'why') },
  { name: 'closing-handshake/003', ...begun('/?close=1000', 1000) },
  { name: 'closing-handshake/004', ...begun('/?close=', 1005) },
  { name: 'interfaces/WebSocket/close/close-basic', ...reported([], 1005) },
  {
    name: 'interfaces/WebSocket/close/close-connecting',
    expected: [2, ['error', 'close'], { code: 1006, reason: '', wasClean: false }],
    see: async ({ WebSocket, url }) => {
      const socket = new WebSocket(url());
      /** @type {string[]} */
      const told = [];
      for (const type of ['open', 'message', 'error', 'close']) socket.addEventListener(type, () => told.push(type));
      const closed = next(socket, 'close');
      socket.close(3000, 'early');
      const state = socket.readyState;
      const event = facts(await closed);
      return [state, told, event];
    },
  },
  {
    name: 'interfaces/WebSocket/close/close-multiple',
    expected: [{ code: 3000, reason: 'first', wasClean: true }, 1],
    see: async (world) => {
      const socket = await opened(world);
      let closes = 0;
      socket.addEventListener('close', () => {
        closes += 1;
      });
      const closed = next(socket, 'close');
      socket.close(3000, 'first');
      socket.close(4000, 'second');
      const event = facts(await closed);
      socket.close();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return [event, closes];
    },
  },
  {
    name: 'interfaces/WebSocket/close/close-nested',
    expected: ['fine', 3],
    see: async (world) => {
      const socket = await opened(world);
      const result = new Promise((resolve) => {
        socket.onclose = () => resolve(thrown(() => socket.close()));
      });
      socket.close();
      return [await result, socket.readyState];
    },
  },
  {
    name: 'interfaces/WebSocket/close/close-replace',
    expected: 5,
    see: whileConnecting((socket) => {
      socket.close = 5;
      const { close } = socket;
      delete socket.close;
      return close;
    }),
  },
  {
    name: 'interfaces/WebSocket/close/close-return',
    expected: 'undefined',
    see: whileOpen((socket) => typeof socket.close()),
  },
];
