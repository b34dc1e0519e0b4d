// @ts-check
/**
 * Many tasks on the hosts of many mini programs: each bundle a quarter of them, as many in one program as its host takes.
 *
 * @typedef {Awaited<ReturnType<typeof createCrowd>>} Crowd
 */
import { ENTRIES, program } from '../faults/entries.mjs';
import { filesFor } from './files.mjs';
import { write } from './message.mjs';
import { notedTransport } from './sockets.mjs';
import { within } from './within.mjs';

/** Sockets that a host allows at once; on Alipay one by default. */
const ROOM = { wechat: 5, alipay: 1, baidu: 5, index: 5 };
/** A machine that is busy with others should not look like a link that is lost. */
const SETTINGS = {
  pingTimeout: 1500,
  pongTimeout: 1500,
  connectTimeout: 4000,
  reconnectTimeout: 200,
  minUptime: 500,
};
/** Tasks that connect together in the beginning. */
const BATCH = 50;
/** How long a batch may take to be open, with nothing in its way. Milliseconds. */
const OPENING = 20_000;

/**
 * @param {number} size
 * @param {string} url
 * @param {import('./account.mjs').Account} account
 * @param {import('../faults/watch.mjs').Watch} watch
 */
export async function createCrowd(size, url, account, watch) {
  /** @type {any[]} */
  const tasks = [];
  /** @type {import('../emulators/emulator.mjs').Emulator[]} */
  const phones = [];
  /** Losses by cause. @type {Record<string, number>} */
  const losses = {};
  /** The program of each bundle that still has room. @type {Partial<Record<import('../faults/entries.mjs').Entry, { connect: any, left: number }>>} */
  const roomy = {};

  async function join() {
    const index = tasks.length;
    const entry = ENTRIES[index % ENTRIES.length];
    if (!roomy[entry]?.left) {
      const { phone, connect } = await program(entry, { transport: notedTransport(account), remembers: false });
      phones.push(phone);
      roomy[entry] = { connect, left: ROOM[entry] };
    }
    roomy[entry].left -= 1;
    const isPong = (/** @type {any} */ data) => data === 'pong';
    const task = await roomy[entry].connect({ ...SETTINGS, params: { url }, pingMsg: 'ping', isPong });
    tasks.push(task);
    task.onMessage = (/** @type {{ data: any }} */ { data }) => {
      account.hear(index, Number(data), entry === 'alipay');
      watch.changed();
    };
    task.on('open', watch.changed);
    task.on('close', (/** @type {{ cause: string }} */ { cause }) => {
      if (cause !== 'user') losses[cause] = (losses[cause] ?? 0) + 1;
      watch.changed();
    });
  }

  /** @param {number} index */
  function send(index) {
    if (account.isFull(index)) return;
    const number = account.send(index);
    const answer = (/** @type {'success' | 'fail'} */ outcome) => () => {
      account.answer(index, number, outcome);
      watch.changed();
    };
    tasks[index].send({ data: write(index, number), success: answer('success'), fail: answer('fail') });
  }

  const isOpen = (/** @type {any} */ task) => task.state === 'open';
  const areOpen = () => tasks.every(isOpen);
  const complaint = () =>
    `only ${tasks.filter(isOpen).length} of ${tasks.length} tasks were open after ${OPENING} ms; ` +
    `${size} of them need ${filesFor(size)} open files: see ulimit -n`;
  const opened = () => within(OPENING, complaint, watch.when(areOpen));
  for (let joined = 0; joined < size; joined += 1) {
    await join();
    if (joined % BATCH === 0) await opened();
  }
  await opened();

  return {
    tasks,
    phones,
    losses,
    send,
    /** What all the hosts hold. */
    counts() {
      const sum = { timers: 0, listeners: 0 };
      for (const phone of phones) {
        const { timers, listeners } = phone.counts();
        sum.timers += timers;
        sum.listeners += listeners;
      }
      return sum;
    },
    /** Listeners that hosts without a way to remove them keep after `close()`: Baidu's, one of each kind. */
    kept: () => 3 * phones.filter(({ name }) => name === 'swan').length,
    thrown: () => phones.flatMap(({ thread }) => thread.errors.map(({ error }) => String(error))),
  };
}
