// @ts-check
/**
 * What became of every message, in memory that is all taken before the run, so that keeping account grows no heap.
 *
 * @typedef {ReturnType<typeof createAccount>} Account
 */

const SENT = 1;
const SUCCEEDED = 2;
const FAILED = 4;
const ARRIVED = 8;
const HEARD = 16;

/**
 * @param {number} tasks
 * @param {number} most messages of one task in each direction, and sockets that it may use up
 */
export function createAccount(tasks, most) {
  const fates = new Uint8Array(tasks * most);
  /** The socket that each message was handed to; 0 for none. */
  const handedTo = new Uint32Array(tasks * most);
  /** The newest message that arrived over each socket. */
  const newest = new Int32Array(tasks * most + 1).fill(-1);
  const isStruck = new Uint8Array(tasks * most + 1);
  let sockets = 0;
  const sent = new Uint32Array(tasks);
  const lastHeard = new Int32Array(tasks).fill(-1);
  const wrong = {
    unhanded: 0,
    handedTwice: 0,
    receivedTwice: 0,
    heardTwice: 0,
    answeredTwice: 0,
    outOfOrder: 0,
    elsewhere: 0,
    unknown: 0,
  };
  const place = (/** @type {number} */ task, /** @type {number} */ number) => task * most + number;

  return {
    wrong,
    /** How many messages each task sent. */
    sent,
    /** The newest message of each task that the server's reply was heard to. */
    lastHeard,
    isFull: (/** @type {number} */ task) => sent[task] >= most,
    /** A host makes a socket. @returns {number} its number, from 1 */
    dial() {
      sockets += 1;
      return sockets;
    },
    /** Something was done to a socket's link that may lose what it carries. @param {number} socket */
    strike(socket) {
      isStruck[socket] = 1;
    },
    /** A task sends its next message. @param {number} task @returns {number} its number */
    send(task) {
      fates[place(task, sent[task])] |= SENT;
      sent[task] += 1;
      return sent[task] - 1;
    },
    /** A message was handed to the host's socket. @param {number} task @param {number} number @param {number} socket */
    handOver(task, number, socket) {
      const at = place(task, number);
      if (handedTo[at]) wrong.handedTwice += 1;
      handedTo[at] = socket;
    },
    /** @param {number} task @param {number} number @param {'success' | 'fail'} outcome */
    answer(task, number, outcome) {
      const at = place(task, number);
      if (fates[at] & (SUCCEEDED | FAILED)) wrong.answeredTwice += 1;
      if (outcome === 'success' && !handedTo[at]) wrong.unhanded += 1;
      fates[at] |= outcome === 'success' ? SUCCEEDED : FAILED;
    },
    /** The server received a message. @param {number} task @param {number} number @param {number} socket */
    arrive(task, number, socket) {
      const at = place(task, number);
      if (!(fates[at] & SENT)) wrong.unknown += 1;
      if (fates[at] & ARRIVED) wrong.receivedTwice += 1;
      if (handedTo[at] !== socket) wrong.elsewhere += 1;
      if (number <= newest[socket]) wrong.outOfOrder += 1;
      newest[socket] = number;
      fates[at] |= ARRIVED;
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
      const sum = { sent: 0, delivered: 0, failed: 0, lostWithLink: 0, lostOnLink: 0, lostUnstruck: 0 };
      const rest = { unanswered: 0, heard: 0 };
      for (let task = 0; task < tasks; task += 1) {
        sum.sent += sent[task];
        for (let number = 0; number < sent[task]; number += 1) {
          const fate = fates[place(task, number)];
          const end = endOf(fate, handedTo[place(task, number)], number);
          if (end) sum[end] += 1;
          if (!(fate & (SUCCEEDED | FAILED))) rest.unanswered += 1;
          if (fate & HEARD) rest.heard += 1;
        }
      }
      return { ...sum, ...rest };
    },
  };

  /** None of a message that no socket was given and of which nobody said that it failed. @param {number} fate @param {number} socket @param {number} number */
  function endOf(fate, socket, number) {
    if (fate & ARRIVED) return 'delivered';
    if (fate & FAILED) return 'failed';
    if (newest[socket] > number) return 'lostOnLink';
    if (isStruck[socket]) return 'lostWithLink';
    return socket ? 'lostUnstruck' : undefined;
  }
}
