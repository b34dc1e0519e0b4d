// @ts-check
/**
 * A small recording: WeChat loses its link to a restart of the server and finds a silent one by its heartbeat.
 *
 * @typedef {import('../../../lab/demo/recorder.mjs').Entry} Entry
 */

export const platforms = [{ id: 'wechat', name: 'WeChat' }];

/** @type {import('../../../lab/demo/cast.mjs').Link[]} */
const links = [{ id: 'wechat', platform: 'wechat', name: 'WeChat', told: '', ends: 'open' }];

const timeouts = [{ name: 'pingTimeout', here: 1000, usual: 15000 }];

const link = 'wechat';

/** @type {Entry[]} */
const ENTRIES = [
  { at: 0, kind: 'scene', name: 'connect', tells: 'It connects.' },
  { at: 10, kind: 'state', link, state: 'connecting', attempt: 0 },
  { at: 20, kind: 'said', link, n: 1 },
  { at: 20, kind: 'kept', link, n: 1 },
  { at: 50, kind: 'state', link, state: 'open', attempt: 0 },
  { at: 52, kind: 'settled', link, n: 1 },
  { at: 53, kind: 'arrived', link, n: 1 },
  { at: 55, kind: 'answered', link, n: 1 },
  { at: 990, kind: 'said', link, n: 2 },
  { at: 1000, kind: 'scene', name: 'restart', tells: 'The server restarts.' },
  { at: 1000, kind: 'trouble', name: 'restart', hits: [link], cause: 'host' },
  { at: 1000, kind: 'server', text: 'stops' },
  { at: 1100, kind: 'over', name: 'restart' },
  { at: 1250, kind: 'state', link, state: 'waiting', attempt: 1, cause: 'host', code: 1006, delay: 200 },
  { at: 1250, kind: 'settled', link, n: 2, fail: 'mde-websocket: link lost' },
  { at: 1300, kind: 'said', link, n: 3 },
  { at: 1300, kind: 'kept', link, n: 3 },
  { at: 1450, kind: 'state', link, state: 'connecting', attempt: 1 },
  { at: 1460, kind: 'state', link, state: 'waiting', attempt: 2, cause: 'host', code: 1006, delay: 300 },
  { at: 1760, kind: 'state', link, state: 'connecting', attempt: 2 },
  { at: 1800, kind: 'state', link, state: 'open', attempt: 2 },
  { at: 1801, kind: 'settled', link, n: 3 },
  { at: 1803, kind: 'arrived', link, n: 3 },
  { at: 1805, kind: 'answered', link, n: 3 },
  { at: 3000, kind: 'scene', name: 'half-open', tells: 'The server falls silent.' },
  { at: 3000, kind: 'trouble', name: 'half-open', hits: [link], cause: 'pong-timeout' },
  { at: 3100, kind: 'said', link, n: 4 },
  { at: 3101, kind: 'settled', link, n: 4 },
  { at: 3600, kind: 'ping', link },
  { at: 4000, kind: 'state', link, state: 'waiting', attempt: 1, cause: 'pong-timeout', code: 1006, delay: 100 },
  { at: 4100, kind: 'state', link, state: 'connecting', attempt: 1 },
  { at: 4125, kind: 'state', link, state: 'open', attempt: 1 },
  { at: 5000, kind: 'curtain' },
  { at: 5010, kind: 'state', link, state: 'closed', attempt: 0, cause: 'user', code: 1000 },
];

/**
 * The recording, or one that differs from it.
 *
 * @param {(entries: Entry[]) => Entry[]} [change]
 * @returns {import('../../../lab/demo/recorder.mjs').Recording}
 */
export function recordingOf(change = (entries) => entries) {
  return { links, timeouts, entries: change(structuredClone(ENTRIES)).sort((one, other) => one.at - other.at) };
}
