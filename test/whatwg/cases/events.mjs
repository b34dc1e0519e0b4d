// @ts-check
import { end, facts, next, whileConnecting, whileOpen } from '../tools.mjs';

/** The order in which a socket tells things, until it is closed. @param {any} socket @param {(event: any) => void} [act] */
async function story(socket, act = () => {}) {
  /** @type {unknown[]} */
  const told = [];
  for (const type of ['open', 'message', 'error', 'close']) {
    socket.addEventListener(type, (/** @type {any} */ event) => {
      told.push([type, socket.readyState]);
      act(event);
    });
  }
  const { code, wasClean } = await next(socket, 'close');
  return [...told, { code, wasClean }];
}

/** @type {import('../run.mjs').Case[]} */
export const events = [
  {
    name: 'interfaces/WebSocket/events/001',
    expected: [['open', 1], ['message', 1], ['close', 3], { code: 1000, wasClean: true }],
    see: ({ WebSocket, url }) => story(new WebSocket(url('/?send=hello&close=1000'))),
  },
  {
    name: 'interfaces/WebSocket/events/002',
    expected: ['open', true, true, false, false, true],
    see: async ({ WebSocket, url }) => {
      const socket = new WebSocket(url());
      const event = await new Promise((resolve) => {
        socket.onopen = (/** @type {any} */ told) =>
          resolve([told.type, told.target === socket, told.currentTarget === socket, told.bubbles, told.cancelable]);
      });
      await end(socket);
      return [...event, true];
    },
  },
  {
    name: 'interfaces/WebSocket/events/003',
    expected: 'nothing before the constructor has returned',
    see: async ({ WebSocket, url }) => {
      let when = 'within';
      const socket = new WebSocket(url('/?refuse'));
      socket.onerror = socket.onclose = () => {
        when = when === 'within' ? 'within' : 'nothing before the constructor has returned';
      };
      when = 'after';
      await next(socket, 'close');
      return when;
    },
  },
  {
    name: 'interfaces/WebSocket/events/004',
    expected: ['handler', 'listener', 'object'],
    see: whileConnecting(async (socket) => {
      /** @type {string[]} */
      const told = [];
      socket.onopen = () => told.push('handler');
      socket.addEventListener('open', () => told.push('listener'));
      socket.addEventListener('open', { handleEvent: () => told.push('object') });
      await next(socket, 'open');
      return told;
    }),
  },
  {
    name: 'interfaces/WebSocket/events/005',
    expected: ['first', 'second, in the place of the first', 'listener'],
    see: whileConnecting(async (socket) => {
      /** @type {string[]} */
      const told = ['first'];
      socket.onopen = () => told.push('first again');
      socket.addEventListener('open', () => told.push('listener'));
      socket.onopen = () => told.push('second, in the place of the first');
      await next(socket, 'open');
      return told;
    }),
  },
  {
    name: 'interfaces/WebSocket/events/006',
    expected: 1,
    see: whileConnecting(async (socket) => {
      let calls = 0;
      const listener = () => {
        calls += 1;
      };
      socket.addEventListener('open', listener);
      socket.addEventListener('open', listener);
      const removed = () => {
        calls += 10;
      };
      socket.addEventListener('open', removed);
      socket.removeEventListener('open', removed);
      await next(socket, 'open');
      return calls;
    }),
  },
  {
    name: 'interfaces/WebSocket/events/011',
    expected: ['message', 'text', true],
    see: whileOpen(async (socket) => {
      const answered = next(socket, 'message');
      socket.send('text');
      const { type, data, target } = await answered;
      return [type, data, target === socket];
    }),
  },
  {
    name: 'interfaces/WebSocket/events/013',
    expected: ['error', 'close', 1006, false, 3],
    see: async ({ WebSocket, url }) => {
      const socket = new WebSocket(url('/?refuse'));
      /** @type {unknown[]} */
      const told = [];
      socket.onerror = (/** @type {any} */ { type }) => told.push(type);
      const { code, wasClean } = await new Promise((resolve) => {
        socket.onclose = (/** @type {any} */ event) => {
          told.push(event.type);
          resolve(event);
        };
      });
      return [...told, code, wasClean, socket.readyState];
    },
  },
  {
    name: 'interfaces/WebSocket/events/016',
    expected: [['close', 3], { code: 1006, wasClean: false }],
    see: async ({ WebSocket, url }) => {
      const told = await story(new WebSocket(url('/?cut')));
      return told.filter((one) => !['open', 'error'].includes(/** @type {any} */ (one)[0]));
    },
  },
  {
    name: 'interfaces/WebSocket/events/018',
    expected: 'the host dispatched it',
    see: whileOpen(async (socket) => {
      const answered = next(socket, 'made-up');
      socket.send('text');
      const { constructor: Made } = await next(socket, 'message');
      socket.dispatchEvent(new Made('made-up', {}));
      return (await answered).type === 'made-up' ? 'the host dispatched it' : 'another';
    }),
  },
  {
    name: 'interfaces/CloseEvent/clean-close',
    expected: { code: 1000, reason: 'over', wasClean: true },
    see: async ({ WebSocket, url }) => facts(await next(new WebSocket(url('/?close=1000&reason=over')), 'close')),
  },
  {
    name: 'interfaces/CloseEvent/constructor',
    expected: { type: 'close', code: 3000, reason: 'mine', wasClean: true },
    see: async ({ WebSocket, url }) => {
      const { constructor: Made } = await next(new WebSocket(url('/?close=1000')), 'close');
      const event = new Made('close', { code: 3000, reason: 'mine', wasClean: true });
      return { type: event.type, ...facts(event) };
    },
  },
  {
    name: 'interfaces/CloseEvent/historical',
    expected: 'undefined',
    see: async ({ WebSocket, url }) => typeof (await next(new WebSocket(url('/?close=1000')), 'close')).initCloseEvent,
  },
];
