// @ts-check
/**
 * What became of every message, in memory that is all taken before the run, so that keeping account grows no heap.
 *
 * @typedef {ReturnType<typeof createAccount>} Account
 */

const SENT = 1;
const SUCCEEDED = 2;
const FAILED = 4;
const HEARD = 8;

/**
 * @param {number} tasks
 * @param {number} most messages of one task in each direction
 */
export function createAccount(tasks, most) {
  const fates = new Uint8Array(tasks * most);
  /** The connection on which each message reached the server; 0 for none. */
  const arrivedOn = new Uint32Array(tasks * most);
  const sent = new Uint32Array(tasks);
  const lastHeard = new Int32Array(tasks).fill(-1);
  const wrong = { receivedTwice: 0, heardTwice: 0, answeredTwice: 0, outOfOrder: 0, unknown: 0 };
  const place = (/** @type {number} */ task, /** @type {number} */ number) => task * most + number;

  return {
    wrong,
    /** How many messages each task sent. */
    sent,
    /** The newest message of each task that the server's reply was heard to. */
    lastHeard,
    isFull: (/** @type {number} */ task) => sent[task] >= most,
    /** A task sends its next message. @param {number} task @returns {number} its number */
    send(task) {
      fates[place(task, sent[task])] |= SENT;
      sent[task] += 1;
      return sent[task] - 1;
    },
    /** @param {number} task @param {number} number @param {'success' | 'fail'} outcome */
    answer(task, number, outcome) {
      const at = place(task, number);
      if (fates[at] & (SUCCEEDED | FAILED)) wrong.answeredTwice += 1;
      fates[at] |= outcome === 'success' ? SUCCEEDED : FAILED;
    },
    /** The server received a message. @param {number} task @param {number} number @param {{ id: number, last: number }} connection */
    arrive(task, number, connection) {
      const at = place(task, number);
      if (!(fates[at] & SENT)) wrong.unknown += 1;
      if (arrivedOn[at]) wrong.receivedTwice += 1;
      if (number <= connection.last) wrong.outOfOrder += 1;
      connection.last = number;
      arrivedOn[at] = connection.id;
    },
    /** A task heard the server's reply to a message. @param {number} task @param {number} number @param {boolean} mayBeLate */
    hear(task, number, mayBeLate) {
      const at = place(task, number);
      if (fates[at] & HEARD) wrong.heardTwice += 1;
      if (number < lastHeard[task] && !mayBeLate) wrong.outOfOrder += 1;
      lastHeard[task] = Math.max(lastHeard[task], number);
      fates[at] |= HEARD;
    },
    /** Whether the host answered each of its messages, and the server the last. @param {number} task */
    isSettled(task) {
      const last = place(task, sent[task] - 1);
      const isAnswered = (/** @type {number} */ fate) => (fate & (SUCCEEDED | FAILED)) > 0;
      return (fates[last] & HEARD) > 0 && fates.subarray(place(task, 0), last + 1).every(isAnswered);
    },
    /** Every message once: what became of it. */
    close() {
      const sum = {
        sent: 0,
        delivered: 0,
        failed: 0,
        lostWithLink: 0,
        lostOnLink: 0,
        unanswered: 0,
        heard: 0,
      };
      for (let task = 0; task < tasks; task += 1) {
        const from = place(task, 0);
        const to = from + sent[task];
        sum.sent += sent[task];
        for (let at = from; at < to; at += 1) {
          if (!(fates[at] & (SUCCEEDED | FAILED))) sum.unanswered += 1;
          if (fates[at] & HEARD) sum.heard += 1;
          if (arrivedOn[at]) sum.delivered += 1;
          else if (fates[at] & FAILED) sum.failed += 1;
          else if (before(from, at) === after(to, at)) sum.lostOnLink += 1;
          else sum.lostWithLink += 1;
        }
      }
      return sum;
    },
  };

  /** The connection of the nearest message before that arrived. @param {number} from @param {number} at */
  function before(from, at) {
    for (let other = at - 1; other >= from; other -= 1) if (arrivedOn[other]) return arrivedOn[other];
    return 0;
  }

  /** @param {number} to @param {number} at */
  function after(to, at) {
    for (let other = at + 1; other < to; other += 1) if (arrivedOn[other]) return arrivedOn[other];
    return 0;
  }
}
