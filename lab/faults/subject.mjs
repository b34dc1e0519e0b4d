// @ts-check
/**
 * One bundle on its host with one task, and everything it reports, sends and hears.
 *
 * @typedef {ReturnType<typeof createSubject> extends Promise<infer S> ? S : never} Subject
 * @typedef {{ type: string, at: number } & Record<string, any>} Reported
 * @typedef {{ id: string, answers: ('success' | 'fail')[] }} Sent
 */
import { wsTransport } from '../emulators/index.mjs';
import { program } from './entries.mjs';

/** The defaults, but for `connectTimeout` twenty times as fast: Alipay may take a second to let go of an old socket. */
export const SETTINGS = {
  pingTimeout: 750,
  pongTimeout: 500,
  connectTimeout: 1500,
  reconnectTimeout: 100,
  minUptime: 250,
};

/**
 * @param {import('./entries.mjs').Entry} entry
 * @param {string} url of a server that answers `ping` with `pong`
 * @param {import('./watch.mjs').Watch} watch
 */
export async function createSubject(entry, url, watch) {
  /** @type {Reported[]} */
  const events = [];
  /** Everything that reached the host, whether or not the task let anyone hear it. @type {any[]} */
  const arrived = [];
  /** @type {string[]} */
  const heard = [];
  /** @type {Sent[]} */
  const sent = [];
  const { phone, connect } = await program(entry, { transport: overheard(wsTransport(), arrived, watch) });

  const subject = {
    entry,
    phone,
    events,
    arrived,
    heard,
    sent,
    /** Pings that were sent. */
    pings: 0,
    /** @type {any} */
    task: undefined,
    async start() {
      const isPong = (/** @type {any} */ data) => data === 'pong';
      subject.task = await connect({ ...SETTINGS, params: { url }, pingMsg, isPong });
      for (const type of ['open', 'error', 'close', 'reconnect']) {
        subject.task.on(type, (/** @type {any} */ event) => {
          events.push({ ...event, type, at: performance.now() });
          watch.changed();
        });
      }
      subject.task.on('message', (/** @type {{ data: any }} */ { data }) => {
        heard.push(data);
        watch.changed();
      });
    },
    /** Sends the next of the messages c1, c2, … */
    send() {
      const message = /** @type {Sent} */ ({ id: `c${sent.length + 1}`, answers: [] });
      sent.push(message);
      const answer = (/** @type {'success' | 'fail'} */ outcome) => {
        message.answers.push(outcome);
        watch.changed();
      };
      subject.task.send({ data: message.id, success: () => answer('success'), fail: () => answer('fail') });
    },
    isOpen: () => subject.task.state === 'open',
    /** Whether the host holds no listener of ours that it could remove: on Baidu one of each kind stays. */
    isUnheard: () => phone.counts().listeners <= (entry === 'baidu' ? 3 : 0),
    isAnswered: () => sent.every(({ answers }) => answers.length > 0),
    count: (/** @type {string} */ type) => events.filter((event) => event.type === type).length,
  };

  function pingMsg() {
    subject.pings += 1;
    watch.changed();
    return 'ping';
  }
  return subject;
}

/**
 * A transport that notes every message on its way in.
 *
 * @param {import('../emulators/sockets.mjs').Transport} transport
 * @param {any[]} arrived
 * @param {import('./watch.mjs').Watch} watch
 * @returns {import('../emulators/sockets.mjs').Transport}
 */
function overheard(transport, arrived, watch) {
  return {
    connect: (request, events) =>
      transport.connect(request, {
        ...events,
        message(data) {
          arrived.push(data);
          events.message(data);
          watch.changed();
        },
      }),
  };
}
