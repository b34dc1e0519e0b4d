// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, useFakeClock } from '../clock.mjs';
import { inState } from '../tasks.mjs';

useFakeClock();

/** @typedef {ReturnType<typeof inState.open>} Made */

/** One thing after the other. @param {((made: Made) => void)[]} steps */
const sequence =
  (...steps) =>
  (/** @type {Made} */ made) => {
    for (const step of steps) step(made);
  };
const hostOpens = (/** @type {Made} */ { last }) => last().emit('Open', {});
const messageComes = (/** @type {Made} */ { last }) => last().emit('Message', { data: 'x' });
const hostErrs = (/** @type {Made} */ { last }) => last().emit('Error', { errMsg: 'x' });
const hostCloses = (/** @type {Made} */ { last }) => last().emit('Close', { code: 1001, reason: 'away' });
const hostFails = (/** @type {Made} */ { last }) => last().params.fail({ errMsg: 'x' });
const appShows = (/** @type {Made} */ { life }) => life.show();
const pass = (/** @type {number} */ ms) => () => advance(ms);

/** @type {Record<string, (made: Made) => void>} */
const stimuli = {
  'the host opens': hostOpens,
  'a message comes': messageComes,
  'an event without data comes': ({ last }) => last().emit('Message', undefined),
  'the host reports an error': hostErrs,
  'an error, then 200 ms of nothing': sequence(hostErrs, pass(200)),
  'an error, then a close': sequence(hostErrs, hostCloses),
  'an error, then an open': sequence(hostErrs, hostOpens),
  'an error, then a message': sequence(hostErrs, messageComes),
  'an error, then the app comes to the foreground': sequence(hostErrs, appShows),
  'two errors': sequence(hostErrs, pass(150), hostErrs, pass(50)),
  'fail is called': sequence(hostFails, pass(200)),
  'the host closes': hostCloses,
  'the host closes twice': sequence(hostCloses, hostCloses),
  '2 s pass': pass(2000),
  '10 s pass': pass(10_000),
  '25 s pass': pass(25_000),
  'the app comes to the foreground': appShows,
  'the app comes to the foreground, and 10 s pass': sequence(appShows, pass(10_000)),
  'the network comes back': ({ life }) => life.network({ isConnected: true }),
  'close() is called': ({ task }) => task.close(),
  'reconnect() is called': ({ task }) => task.reconnect(),
};

const lost = ['close', 'reconnect'];

/** From a state, by a stimulus, into a state: what is told, the sockets there were by then, and those closed by us. */
/** @type {[keyof typeof inState, string, string, string[], number, number][]} */
const transitions = [
  ['connecting', 'the host opens', 'open', ['open'], 1, 0],
  ['connecting', 'a message comes', 'open', ['open', 'message'], 1, 0],
  ['connecting', 'an event without data comes', 'connecting', [], 1, 0],
  ['connecting', 'the host reports an error', 'connecting', ['error'], 1, 0],
  ['connecting', 'an error, then 200 ms of nothing', 'waiting', ['error', ...lost], 1, 1],
  ['connecting', 'an error, then a close', 'waiting', ['error', ...lost], 1, 0],
  ['connecting', 'an error, then an open', 'connecting', ['error'], 1, 0],
  ['connecting', 'an error, then a message', 'connecting', ['error'], 1, 0],
  ['connecting', 'an error, then the app comes to the foreground', 'connecting', ['error', ...lost], 2, 1],
  ['connecting', 'two errors', 'waiting', ['error', 'error', ...lost], 1, 1],
  ['connecting', 'fail is called', 'waiting', ['error', ...lost], 1, 1],
  ['connecting', 'the host closes', 'waiting', lost, 1, 0],
  ['connecting', 'the host closes twice', 'waiting', lost, 1, 0],
  ['connecting', '2 s pass', 'connecting', [], 1, 0],
  ['connecting', '10 s pass', 'waiting', lost, 1, 1],
  ['connecting', 'the app comes to the foreground', 'connecting', [], 1, 0],
  ['connecting', 'the app comes to the foreground, and 10 s pass', 'waiting', lost, 1, 1],
  ['connecting', 'the network comes back', 'connecting', [], 1, 0],
  ['connecting', 'close() is called', 'closed', ['close'], 1, 1],
  ['connecting', 'reconnect() is called', 'connecting', lost, 2, 1],

  ['open', 'the host opens', 'open', [], 1, 0],
  ['open', 'a message comes', 'open', ['message'], 1, 0],
  ['open', 'an event without data comes', 'open', [], 1, 0],
  ['open', 'the host reports an error', 'open', ['error'], 1, 0],
  ['open', 'an error, then 200 ms of nothing', 'waiting', ['error', ...lost], 1, 1],
  ['open', 'an error, then a close', 'waiting', ['error', ...lost], 1, 0],
  ['open', 'an error, then an open', 'open', ['error'], 1, 0],
  ['open', 'an error, then a message', 'open', ['error', 'message'], 1, 0],
  ['open', 'an error, then the app comes to the foreground', 'connecting', ['error', ...lost], 2, 1],
  ['open', 'two errors', 'waiting', ['error', 'error', ...lost], 1, 1],
  ['open', 'fail is called', 'waiting', ['error', ...lost], 1, 1],
  ['open', 'the host closes', 'waiting', lost, 1, 0],
  ['open', 'the host closes twice', 'waiting', lost, 1, 0],
  ['open', '10 s pass', 'open', [], 1, 0],
  ['open', '25 s pass', 'waiting', lost, 1, 1],
  ['open', 'the app comes to the foreground', 'open', [], 1, 0],
  ['open', 'the network comes back', 'open', [], 1, 0],
  ['open', 'close() is called', 'closed', ['close'], 1, 1],
  ['open', 'reconnect() is called', 'connecting', lost, 2, 1],

  ['waiting', 'the host opens', 'waiting', [], 1, 0],
  ['waiting', 'a message comes', 'waiting', [], 1, 0],
  ['waiting', 'the host reports an error', 'waiting', [], 1, 0],
  ['waiting', 'fail is called', 'waiting', [], 1, 0],
  ['waiting', 'the host closes', 'waiting', [], 1, 0],
  ['waiting', '2 s pass', 'connecting', [], 2, 0],
  ['waiting', 'the app comes to the foreground', 'connecting', [], 2, 0],
  ['waiting', 'the network comes back', 'connecting', [], 2, 0],
  ['waiting', 'close() is called', 'closed', ['close'], 1, 0],
  ['waiting', 'reconnect() is called', 'connecting', [], 2, 0],

  ['closed', 'the host opens', 'closed', [], 1, 2],
  ['closed', 'a message comes', 'closed', [], 1, 2],
  ['closed', 'the host reports an error', 'closed', [], 1, 1],
  ['closed', 'fail is called', 'closed', [], 1, 1],
  ['closed', 'the host closes', 'closed', [], 1, 1],
  ['closed', '25 s pass', 'closed', [], 1, 1],
  ['closed', 'the app comes to the foreground', 'closed', [], 1, 1],
  ['closed', 'the network comes back', 'closed', [], 1, 1],
  ['closed', 'close() is called', 'closed', [], 1, 1],
  ['closed', 'reconnect() is called', 'connecting', [], 2, 1],
];

describe('a task that is', () => {
  test.each(transitions)('%s: %s, and it is %s', (from, stimulus, to, told, sockets, closed) => {
    const made = inState[from]();
    stimuli[stimulus](made);
    expect(made.task.state).toBe(to);
    expect(made.told()).toEqual(told);
    expect(made.sockets).toHaveLength(sockets);
    expect(made.sockets.flatMap((socket) => socket.closed)).toHaveLength(closed);
    expect(vi.getTimerCount()).toBe(to === 'closed' ? 0 : 1);
    expect(made.life.count()).toBe(to === 'closed' ? 0 : 2);
  });
});

test('the app comes to the foreground while shouldReconnect is asked: the next attempt comes at once', () => {
  const made = inState.open({
    shouldReconnect() {
      made.life.show();
      return true;
    },
  });
  made.last().emit('Close');
  expect(() => advance(0)).not.toThrow();
  expect(made.told()).toEqual(lost);
  expect(made.sockets).toHaveLength(2);
});
