import Echo from 'laravel-echo';
import { open as openPusher } from './pusher-js.mjs';

/** @param {string} key @param {import('pusher-js').Options} options */
export function open(key, options) {
  // Echo brings no socket of its own: the Pusher of the other recipe does all of it.
  const pusher = openPusher(key, options);
  const client = new Echo({ broadcaster: 'reverb', key, client: pusher.client });
  return { client, close: pusher.close };
}
