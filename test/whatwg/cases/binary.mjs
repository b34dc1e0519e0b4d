// @ts-check
import { end, next, readable, whileOpen } from '../tools.mjs';

/** @type {import('../run.mjs').Case[]} */
export const binary = [
  {
    name: 'binary/002',
    expected: '[object Blob]',
    see: async ({ WebSocket, url }) => {
      const socket = new WebSocket(url());
      await next(socket, 'open');
      const answered = next(socket, 'message');
      socket.send(new Uint8Array(4));
      const { data } = await answered;
      await end(socket);
      return Object.prototype.toString.call(data);
    },
  },
  {
    name: 'binary/005',
    expected: ['[object ArrayBuffer]', [1, 2, 3]],
    see: whileOpen(async (socket) => {
      const answered = next(socket, 'message');
      socket.send(Uint8Array.from([1, 2, 3]));
      const { data } = await answered;
      return [Object.prototype.toString.call(data), readable(data)];
    }),
  },
];
