// @ts-check
/** Supabase Realtime, as far as is tested: Phoenix channels with broadcasts in their own binary frames. */
import { serveSockets } from '../here.mjs';
import { readTexts } from './phoenix.mjs';

export async function supabase() {
  const server = await serveSockets('/websocket', (socket) => {
    socket.on('message', (data, isBinary) => {
      if (isBinary) return socket.send(broadcast(readBroadcastPush(/** @type {Buffer} */ (data))));
      const [joinRef, ref, topic, event, payload] = JSON.parse(String(data));
      const response = event === 'phx_join' ? { postgres_changes: [] } : {};
      socket.send(JSON.stringify([joinRef, ref, topic, 'phx_reply', { status: 'ok', response }]));
      // With `self: true` a broadcast comes back to the one who sent it.
      if (event === 'broadcast') socket.send(JSON.stringify([null, null, topic, 'broadcast', payload]));
    });
  });
  return { ...server, url: server.url.replace(/\/websocket$/, ''), name: 'small server of the test' };
}

/** Kind 3: the lengths of five texts, the encoding, the texts, the payload. @param {Buffer} data */
function readBroadcastPush(data) {
  const { texts, rest } = readTexts(data.subarray(7), data.subarray(1, 6));
  const [, , topic, event, metadata] = texts;
  return { topic, event, metadata, encoding: data[6], payload: rest };
}

/** Kind 4. @param {ReturnType<typeof readBroadcastPush>} push */
function broadcast({ topic, event, metadata, encoding, payload }) {
  const texts = [topic, event, metadata].map((text) => Buffer.from(text));
  const head = Buffer.from([4, ...texts.map(({ length }) => length), encoding]);
  return Buffer.concat([head, ...texts, payload]);
}
