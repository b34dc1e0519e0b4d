// @ts-check
/**
 * A server, the proxy before it, and a subject that connects through it; numbered messages go both ways.
 *
 * @typedef {Awaited<ReturnType<typeof createRig>>} Rig
 */
import { startServer } from '../emulators/index.mjs';
import { startProxy } from './proxy.mjs';
import { createSubject } from './subject.mjs';
import { createWatch } from './watch.mjs';

/** @param {import('./entries.mjs').Entry} entry */
export async function createRig(entry) {
  const watch = createWatch();
  const server = await startServer({ answer });
  const proxy = await startProxy(Number(new URL(server.url()).port), watch.changed);
  const subject = await createSubject(entry, proxy.url(), watch);
  /** @type {string[]} */
  const told = [];

  /** @param {string | Buffer} data */
  function answer(data) {
    watch.changed();
    return data === 'ping' ? 'pong' : undefined;
  }

  /** The server sends the next of the messages s1, s2, … */
  function tell() {
    const peer = server.open().pop();
    if (!peer) return;
    told.push(`s${told.length + 1}`);
    peer.socket.send(told[told.length - 1]);
  }

  /** What the server received, connection by connection. */
  const received = () => server.peers.map((peer) => peer.received.map(String).filter((data) => data !== 'ping'));

  return {
    server,
    proxy,
    subject,
    watch,
    told,
    received,
    /** Three messages in each direction; the server's only while a client is connected. */
    say() {
      for (let count = 0; count < 3; count += 1) {
        subject.send();
        tell();
      }
    },
    /** Whether the last message of each direction has arrived. */
    isHeard() {
      const lastSent = subject.sent[subject.sent.length - 1].id;
      return subject.heard.includes(told[told.length - 1]) && received().flat().includes(lastSent);
    },
    /** The link of the moment. */
    link: () => [...proxy.links][proxy.links.size - 1],
    async stop() {
      proxy.stop();
      await server.stop();
    },
  };
}
