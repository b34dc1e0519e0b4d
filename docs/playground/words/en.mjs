// @ts-check
/**
 * What the playground says, in English.
 *
 * @typedef {typeof WORDS} PlaygroundWords another language is an object of this shape
 */
import { ENGLISH } from '../../../lab/demo/drawing/words.mjs';

/** @type {Record<string, { title: string, tells: string }>} */
const TROUBLES = {
  'server-gone': { title: 'Server gone', tells: 'The server drops everybody, and is up again after 4 s.' },
  'half-open': {
    title: 'Half-open',
    tells: 'The server falls silent and closes nothing, as after a pulled cable. Only a heartbeat finds that.',
  },
  refused: { title: 'Refused', tells: 'The server drops everybody and refuses each connection with 503 for 6 s.' },
  'network-off': { title: 'Network off', tells: 'The phone has no network for 8 s.' },
  'wifi-to-4g': {
    title: 'Wi-Fi to 4G',
    tells: 'Another network. The old sockets are dead, and nobody says so.',
  },
  background: {
    title: 'Background',
    tells: 'The user leaves for 20 s. After 5 s the host cuts the links, as WeChat does.',
  },
  'second-task': {
    title: 'Second task',
    tells: 'The host has one socket. Another part of the program takes it; after 6 s ours calls reconnect().',
  },
  flood: {
    title: 'Flood',
    tells: 'The server is gone for 4 s, and the application sends 120 messages in the meantime.',
  },
};

/** @type {Record<string, string>} */
const REASONS = {
  'queue full': 'the queue was full (queueLimit), and the oldest goes first',
  'link lost': 'there was no link and nowhere to keep it (queueLimit: 0)',
  'task closed': 'the task was closed',
};

const why = (/** @type {string} */ reason) => REASONS[reason] ?? reason;

export const WORDS = {
  chart: { ...ENGLISH, why, trouble: (/** @type {string} */ name) => TROUBLES[name].title },
  troubles: TROUBLES,
  host: 'Host',
  options: 'Options',
  speed: 'Speed',
  pause: 'Pause',
  goOn: 'Go on',
  again: 'Start again',
  breakIt: 'Break it',
  link: 'Link to this story',
  loading: 'Opening the link…',
  broken: 'The playground cannot run here:',
  noScript: 'The playground needs JavaScript.',
  idle: 'Each program sends a message every 1.5 s to a server that echoes it. Press a button, and watch the lanes.',
  over: 'Ten minutes have passed, and this story is full. Start again.',
  unknown: (/** @type {string[]} */ parts) =>
    `The address names what is not here, so it is left out: ${parts.join(', ')}`,
  lanes: /** @type {Record<string, string>} */ ({
    ours: 'mde-websocket',
    second: 'its second task',
    'by-hand': 'by hand: timer in onClose',
    bare: 'bare socket',
  }),
  state: /** @type {Record<string, string>} */ ({
    open: 'open',
    connecting: 'connecting',
    waiting: 'waits to try again',
    closed: 'closed',
    deaf: 'says “open”, hears nothing',
    superseded: 'gave way to the second task',
  }),
  figures: (/** @type {{ said: number, arrived: number, lost: number }} */ { said, arrived, lost }) =>
    `${said} sent · ${arrived} arrived · ${lost} lost`,
  tap: 'Tap or click a mark to read what it is.',
  seen: 'What the application sees',
  seenBy: 'of the program',
  lost: 'Messages lost, and why',
  lostNone: 'None so far.',
  lostCount: (/** @type {number} */ count) => `${count} ×`,
  lostOurs:
    'At most once: what was sent into a dead link before anyone could know is gone. If that matters, number your messages:',
  delivery: 'delivery',
  why,
  runs: (/** @type {{ file: string, size: number }} */ { file, size }) =>
    `This page runs dist/${file}, the published file (${size} bytes), three times on an emulated host. Nothing leaves the page.`,
};
