// @ts-check
/**
 * What can go wrong between a client and its server, one thing each.
 *
 * A fault strikes an open link, or everything from the first attempt on. It lasts until `over`, if that is said, else
 * until the task has noticed. `story` is all that the task may report of it: its events, with cause and code of each
 * close, separated by semicolons. `noticed` bounds the time to its first close event, in milliseconds; `losesNothing` says
 * that every message must arrive, `isHeardLate` on which bundle an old link may still be heard.
 *
 * @typedef {{
 *   name: string,
 *   does: string,
 *   fromStart?: boolean,
 *   strike: (rig: Rig) => void,
 *   over?: (rig: Rig) => boolean,
 *   heal?: (rig: Rig) => unknown,
 *   afterwards?: (rig: Rig) => Promise<unknown>,
 *   story: RegExp,
 *   noticed?: { from: number, by: number },
 *   losesNothing?: boolean,
 *   isHeardLate?: (entry: string) => boolean,
 * }} Fault
 * @typedef {import('./rig.mjs').Rig} Rig
 */
import { answering, GARBAGE, silent, UNAUTHORIZED, UNAVAILABLE } from './meet.mjs';
import { SETTINGS } from './subject.mjs';

const { pingTimeout, pongTimeout, connectTimeout } = SETTINGS;
/** Each way, in milliseconds: a ping and its answer still fit into `pongTimeout`. */
export const DELAY = 100;

const LOST_BY_HOST = /^(error; )?close host \d+; reconnect; open$/;
const LOST_BY_HEARTBEAT = /^close pong-timeout 1006; reconnect; open$/;
const REFUSED = /^((error; )*close host \d+; reconnect; ){2,}open$/;
const AT_ONCE = { from: 0, by: 0 };
const BY_HEARTBEAT = { from: pongTimeout, by: pingTimeout + pongTimeout };

const failed =
  (/** @type {number} */ times) =>
  (/** @type {Rig} */ { subject }) =>
    subject.count('close') >= times;

/** Both directions have got through and a ping was answered. @param {Rig} rig */
const works = ({ isHeard, subject }) => isHeard() && subject.task.latency !== null;

/**
 * From the first attempt on, until so many have failed.
 *
 * @param {import('./meet.mjs').Meeting} meeting
 * @returns {Pick<Fault, 'fromStart' | 'strike' | 'over' | 'heal' | 'losesNothing'>}
 */
const metBy = (meeting, times = 2) => ({
  fromStart: true,
  strike({ proxy }) {
    proxy.meet = meeting;
  },
  over: failed(times),
  heal({ proxy }) {
    proxy.meet = () => true;
  },
  losesNothing: true,
});

/** @type {Fault[]} */
export const FAULTS = [
  {
    name: 'short stall',
    does: 'both directions stand still until a ping is out, then go on',
    strike(rig) {
      rig.subject.pings = 0;
      rig.link().stall();
    },
    over: ({ subject }) => subject.pings > 0,
    heal: (rig) => rig.link().heal(),
    story: /^$/,
    losesNothing: true,
  },
  {
    name: 'long stall',
    does: 'both directions stand still; when the task is back, the old link goes on, delivers what it held and closes',
    strike: (rig) => rig.link().stall(),
    async afterwards({ proxy, subject, told, received, watch }) {
      const [old] = proxy.links;
      old.heal();
      await watch.when(() => received().flat().length === subject.sent.length);
      await watch.when(() => told.every((id) => subject.arrived.includes(id)));
      await watch.when(() => !proxy.links.has(old));
    },
    story: LOST_BY_HEARTBEAT,
    noticed: BY_HEARTBEAT,
    // The events of Alipay's only socket do not say of which connection they are.
    isHeardLate: (entry) => entry === 'alipay',
  },
  {
    name: 'half-open',
    does: 'the path swallows everything and tells neither side',
    strike: (rig) => rig.link().halfOpen(),
    story: LOST_BY_HEARTBEAT,
    noticed: BY_HEARTBEAT,
  },
  {
    name: 'reset',
    does: 'RST to both sides',
    strike: (rig) => rig.link().reset(),
    story: LOST_BY_HOST,
    noticed: AT_ONCE,
  },
  {
    name: 'cut inside a frame, downward',
    does: "of the server's next frames all but the last byte arrives, then the end",
    strike: (rig) => rig.link().down.cut(),
    story: LOST_BY_HOST,
    noticed: AT_ONCE,
  },
  {
    name: 'cut inside a frame, upward',
    does: "of the client's next frames all but the last byte arrives, then the end",
    strike: (rig) => rig.link().up.cut(),
    story: LOST_BY_HOST,
    noticed: AT_ONCE,
  },
  {
    name: 'delay',
    does: `everything, the handshake too, arrives ${DELAY} ms later, each way`,
    fromStart: true,
    strike({ proxy }) {
      proxy.shape = (link) => link.delay(DELAY);
    },
    over: works,
    heal: (rig) => rig.link().heal(),
    story: /^open$/,
    losesNothing: true,
  },
  {
    name: 'trickle',
    does: 'everything, the handshake too, arrives a byte at a time',
    fromStart: true,
    strike({ proxy }) {
      proxy.shape = (link) => link.trickle();
    },
    over: works,
    heal: (rig) => rig.link().heal(),
    story: /^open$/,
    losesNothing: true,
  },
  {
    name: 'refuse',
    does: 'nobody listens on the port, until two attempts have failed',
    fromStart: true,
    strike: ({ proxy }) => proxy.refuse(),
    over: failed(2),
    heal: ({ proxy }) => proxy.listen(),
    story: REFUSED,
    noticed: AT_ONCE,
    losesNothing: true,
  },
  {
    name: 'HTTP 401',
    does: 'the handshake is answered 401, until two attempts have failed',
    ...metBy(answering(UNAUTHORIZED)),
    story: REFUSED,
    noticed: AT_ONCE,
  },
  {
    name: 'HTTP 503',
    does: 'the handshake is answered 503, until two attempts have failed',
    ...metBy(answering(UNAVAILABLE)),
    story: REFUSED,
    noticed: AT_ONCE,
  },
  {
    name: 'garbage',
    does: 'the handshake is answered with bytes that are no HTTP, until two attempts have failed',
    ...metBy(answering(GARBAGE)),
    story: REFUSED,
    noticed: AT_ONCE,
  },
  {
    name: 'no answer',
    does: 'the connection is accepted and the handshake never answered, until an attempt has failed',
    ...metBy(silent, 1),
    story: /^(close connect-timeout 1006; reconnect; )+open$/,
    noticed: { from: connectTimeout, by: connectTimeout },
  },
];

/** @param {string} name @returns {Fault} */
export function faultNamed(name) {
  const found = FAULTS.find((fault) => fault.name === name);
  if (!found) throw new TypeError(`no fault is called "${name}": see lab/faults/faults.mjs`);
  return found;
}
