// @ts-check
/**
 * A program on an emulated host in virtual time, beside a server that opens every connection after 20 ms and answers
 * pings, until a connection is dead: then it takes everything, says nothing, and nobody hears of that.
 */
import { SUBJECTS } from '../../lab/subjects.mjs';
import { connecting, tick } from '../conformance/rig.mjs';

export const ONE_CONNECT = 20;

/** @param {string} host as `lab/subjects.mjs` names it @param {string} [entry] */
export function subjectOn(host, entry) {
  const found = SUBJECTS.find((subject) => subject.host === host && (!entry || subject.entry === entry));
  if (!found) throw new RangeError(`there is no subject on "${host}"`);
  return { ...found, file: `dist/${found.entry}.js` };
}

/** A task that is open, or under way on a server that does not open. @param {string} host @param {import('../conformance/rig.mjs').Setting & { entry?: string, opens?: boolean }} [setting] */
export async function linkOn(host, { entry, opens = true, ...setting } = {}) {
  /** @type {Set<unknown>} */
  const dead = new Set();
  const rig = await connecting(subjectOn(host, entry), {
    ...setting,
    script: {
      onConnect: (connection) => void (opens && setTimeout(() => connection.open(), ONE_CONNECT)),
      onMessage: (connection, data) =>
        void (!dead.has(connection) && data === 'heartbeat' && connection.message('pong')),
    },
  });
  await tick(1000);
  return {
    ...rig,
    /** The server takes everything on the connection of now, and says nothing. */
    die: () => void dead.add(rig.server.last()),
    /** Milliseconds until the task is open on another connection, at most `patience`. */
    async backIn(patience = 60_000) {
      const before = rig.server.connections.length;
      const start = Date.now();
      while (Date.now() - start < patience) {
        if (rig.server.connections.length > before && rig.task.state === 'open') return Date.now() - start;
        await tick(10);
      }
      return Number.POSITIVE_INFINITY;
    },
  };
}
