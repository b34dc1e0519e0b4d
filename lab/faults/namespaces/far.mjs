// @ts-check
/** The server's side. Each bundle has a path of its own: `node far.mjs <address> <number of bundles>`. */
import { WebSocketServer } from 'ws';
import { createWatch } from '../watch.mjs';
import { serve } from './remote.mjs';

/** @typedef {{ entry: string, socket: import('ws').WebSocket, received: string[] }} Peer */
/** @type {Peer[]} */
const peers = [];
/** What each bundle was told, and where: on the connection of the newest of its messages. @type {Map<string, { messages: string[], peer: Peer, newest: number }>} */
const told = new Map();
const bundles = Number(process.argv[3]);
const watch = createWatch();
const server = new WebSocketServer({ host: process.argv[2], port: 0, perMessageDeflate: false });
const listening = new Promise((resolve) => server.once('listening', resolve));

server.on('connection', (socket, request) => {
  const peer = { entry: String(request.url).slice(1), socket, received: /** @type {string[]} */ ([]) };
  peers.push(peer);
  socket.on('error', () => {});
  socket.on('message', (data) => {
    if (String(data) === 'ping') socket.send('pong');
    else receive(peer, String(data));
    watch.changed();
  });
});

/** @param {Peer} peer @param {string} id */
function receive(peer, id) {
  const number = Number(id.slice(1));
  const before = told.get(peer.entry) ?? { messages: [], newest: 0 };
  peer.received.push(id);
  if (number > before.newest) told.set(peer.entry, { ...before, peer, newest: number });
}

serve({
  async port() {
    await listening;
    return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  },
  /** Waits until every bundle's message has arrived. @param {number} number */
  heard: (number) => watch.when(() => [...told.values()].filter(({ newest }) => newest >= number).length === bundles),
  /** Three messages to each bundle. */
  tell() {
    for (const { messages, peer } of told.values()) {
      for (let count = 0; count < 3; count += 1) {
        messages.push(`s${messages.length + 1}`);
        peer.socket.send(messages[messages.length - 1]);
      }
    }
  },
  report: () => ({
    told: Object.fromEntries([...told].map(([entry, { messages }]) => [entry, messages])),
    peers: peers.map(({ entry, received }) => ({ entry, received })),
  }),
});
