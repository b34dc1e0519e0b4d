// @ts-check
import { echoed, end, next, opened, thrown, whileConnecting, whileOpen } from '../tools.mjs';

/** @param {any} data @param {unknown} [expected] */
const echo = (data, expected = data) => ({ expected, see: whileOpen((socket) => echoed(socket, data)) });

/** The lengths that come back. @param {number[]} lengths @param {(length: number) => any} make */
const lengths = (lengths, make) => ({
  expected: lengths,
  see: whileOpen(async (socket) => {
    const got = [];
    for (const length of lengths) got.push((await echoed(socket, make(length))).length);
    return got;
  }),
});

/** A view of two of eight bytes, or four. @param {any} View @param {any[]} place @param {number[]} expected */
const view = (View, place, expected) =>
  echo(new View(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]).buffer, ...place), expected);

/** @type {import('../run.mjs').Case[]} */
export const sending = [
  { name: 'Send-0byte-data', ...echo('') },
  { name: 'Send-data', ...echo('Message to send') },
  { name: 'Send-unicode-data', ...echo('¥¥¥ 好 😀') },
  { name: 'Send-paired-surrogates', ...echo('\ud801\udc07') },
  { name: 'Send-unpaired-surrogates', ...echo('a\ud807b\udc00', 'a\ufffdb\ufffd') },
  { name: 'Send-null', ...echo(null, 'null') },
  { name: 'interfaces/WebSocket/send/005', ...echo(undefined, 'undefined') },
  { name: 'interfaces/WebSocket/send/006', ...echo({ toString: () => 'mine' }, 'mine') },
  { name: 'interfaces/WebSocket/send/007', ...echo(12.5, '12.5') },
  { name: 'Send-65K-data', ...lengths([65_536], (length) => 'c'.repeat(length)) },
  { name: 'extended-payload-length', ...lengths([125, 126, 127, 128, 65_535, 65_536], (length) => 'a'.repeat(length)) },
  { name: 'Send-binary-65K-arraybuffer', ...lengths([65_000], (length) => new ArrayBuffer(length)) },
  { name: 'Send-binary-arraybuffer', ...echo(Uint8Array.from([0, 127, 128, 255]).buffer, [0, 127, 128, 255]) },
  { name: 'Send-0byte-arraybuffer', ...echo(new ArrayBuffer(0), []) },
  { name: 'Send-binary-arraybufferview-int8', ...view(Int8Array, [], [1, 2, 3, 4, 5, 6, 7, 8]) },
  { name: 'Send-binary-arraybufferview-int16-offset', ...view(Int16Array, [2], [3, 4, 5, 6, 7, 8]) },
  { name: 'Send-binary-arraybufferview-int32', ...view(Int32Array, [], [1, 2, 3, 4, 5, 6, 7, 8]) },
  { name: 'Send-binary-arraybufferview-uint8-offset-length', ...view(Uint8Array, [2, 4], [3, 4, 5, 6]) },
  { name: 'Send-binary-arraybufferview-uint16-offset-length', ...view(Uint16Array, [4, 1], [5, 6]) },
  { name: 'Send-binary-arraybufferview-uint32-offset', ...view(Uint32Array, [4], [5, 6, 7, 8]) },
  { name: 'Send-binary-arraybufferview-float32', ...view(Float32Array, [0, 1], [1, 2, 3, 4]) },
  { name: 'Send-binary-arraybufferview-float64', ...view(Float64Array, [], [1, 2, 3, 4, 5, 6, 7, 8]) },
  { name: 'Send-binary-arraybufferview-dataview', ...view(DataView, [1, 3], [2, 3, 4]) },
  {
    name: 'Send-binary-blob',
    expected: 'fine',
    see: whileOpen(async (socket) => {
      const result = thrown(() => socket.send(new Blob(['text'])));
      if (result === 'fine') await next(socket, 'message');
      return result;
    }),
  },
  {
    name: 'Send-before-open',
    expected: ['InvalidStateError', 11],
    see: whileConnecting((socket) => {
      try {
        socket.send('early');
        return [];
      } catch (error) {
        const { name, code } = /** @type {DOMException} */ (error);
        return [name, code];
      }
    }),
  },
  {
    name: 'interfaces/WebSocket/send/002',
    expected: 'TypeError',
    see: whileOpen((socket) => thrown(() => socket.send())),
  },
  {
    name: 'interfaces/WebSocket/send/009',
    expected: ['fine', 'fine', 3],
    see: async (world) => {
      const socket = await opened(world);
      const closed = next(socket, 'close');
      socket.close();
      const closing = thrown(() => socket.send('abc'));
      await closed;
      return [closing, thrown(() => socket.send('')), socket.bufferedAmount];
    },
  },
  {
    name: 'interfaces/WebSocket/send/012',
    expected: Array.from({ length: 20 }, (_, index) => (index % 2 ? [index] : `${index}`)),
    see: async (world) => {
      const socket = await opened(world);
      const { length } = Array(20);
      /** @type {unknown[]} */
      const got = [];
      const all = new Promise((resolve) => {
        socket.onmessage = (/** @type {any} */ { data }) => {
          got.push(typeof data === 'string' ? data : [...new Uint8Array(data)]);
          if (got.length === length) resolve(undefined);
        };
      });
      for (let index = 0; index < length; index++) socket.send(index % 2 ? Uint8Array.of(index) : `${index}`);
      await all;
      await end(socket);
      return got;
    },
  },
];
