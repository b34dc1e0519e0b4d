// @ts-check
/**
 * The half-open link as it really comes about: the packets of a living connection are dropped on the way.
 */
import { SETTINGS } from '../subject.mjs';

const { pingTimeout, pongTimeout } = SETTINGS;

/** @type {import('../faults.mjs').Fault} */
export const DROPPED = {
  name: 'packets dropped',
  does: 'the cable between client and server is pulled, until an attempt has failed too',
  strike() {},
  story: /^close pong-timeout 1006; reconnect; ((error; )*close (connect-timeout|host) 1006; reconnect; )+open$/,
  noticed: { from: pongTimeout, by: pingTimeout + pongTimeout },
  // What was lost is sent again by TCP, on the old connection; on Alipay nothing tells it from the new one.
  isHeardLate: (entry) => entry === 'alipay',
};
