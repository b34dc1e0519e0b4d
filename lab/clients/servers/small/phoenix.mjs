// @ts-check
/** Phoenix channels, serializer 2, as far as is tested: join, leave, heartbeat, pushes of JSON and of bytes. */
import { serveSockets } from '../here.mjs';

export async function phoenix() {
  const server = await serveSockets('/socket/websocket', (socket) => {
    const reply = (/** @type {any[]} */ [joinRef, ref, topic], /** @type {any} */ response) =>
      socket.send(JSON.stringify([joinRef, ref, topic, 'phx_reply', { status: 'ok', response }]));
    socket.on('message', (data, isBinary) => {
      if (isBinary) return socket.send(replyInBytes(readPush(/** @type {Buffer} */ (data))));
      const message = JSON.parse(String(data));
      const [, , , event, payload] = message;
      reply(message, event === 'echo' ? payload : {});
    });
  });
  // The client itself puts `/websocket` to the end of the address.
  return { ...server, url: server.url.replace(/\/websocket$/, ''), name: 'small server of the test' };
}

/** Kind 0: the lengths of four texts, the texts, the payload. @param {Buffer} data */
export function readPush(data) {
  const { texts, rest } = readTexts(data.subarray(5), data.subarray(1, 5));
  const [joinRef, ref, topic, event] = texts;
  return { joinRef, ref, topic, event, payload: rest };
}

/** Texts one behind the other, of these lengths. @param {Buffer} data @param {Iterable<number>} lengths */
export function readTexts(data, lengths) {
  let rest = data;
  const texts = Array.from(lengths, (length) => {
    const text = rest.toString('utf8', 0, length);
    rest = rest.subarray(length);
    return text;
  });
  return { texts, rest };
}

/** Kind 1. @param {ReturnType<typeof readPush>} push */
function replyInBytes({ joinRef, ref, topic, payload }) {
  const texts = [joinRef, ref, topic, 'ok'].map((text) => Buffer.from(text));
  return Buffer.concat([Buffer.from([1, ...texts.map(({ length }) => length)]), ...texts, payload]);
}
