// @ts-check
/**
 * What every emulated host stands on: its switches, its JavaScript thread, its sockets and its ledger.
 *
 * @typedef {{ transport: import('./sockets.mjs').Transport, quirks?: Record<string, import('./quirks.mjs').Value>, remembers?: boolean, clock?: import('./thread.mjs').Clock }} PhoneOptions
 * @typedef {{
 *   quirks: import('./quirks.mjs').Quirks,
 *   transport: import('./sockets.mjs').Transport,
 *   thread: import('./thread.mjs').Thread,
 *   ledger: import('./ledger.mjs').Ledger,
 *   sockets: ReturnType<typeof createSockets>,
 *   away: boolean,
 *   hidden: boolean,
 *   remembers: boolean,
 * }} Phone
 */
import { createLedger } from './ledger.mjs';
import { quirkSet } from './quirks.mjs';
import { createSockets } from './sockets.mjs';
import { createThread } from './thread.mjs';

/**
 * @param {PhoneOptions} options
 * @param {Record<string, import('./quirks.mjs').Value>} [own] the host's own defaults
 * @returns {Phone}
 */
export function createPhone({ transport, quirks, remembers = true, clock }, own) {
  if (typeof transport?.connect !== 'function') {
    throw new TypeError('An emulated host needs { transport }: see transport-ws.mjs and transport-memory.mjs');
  }
  const phone = /** @type {Phone} */ ({
    quirks: quirkSet(own, quirks),
    transport,
    thread: createThread(clock),
    ledger: createLedger(remembers),
    remembers,
    // Whether the host has cut the network off because the program is in the background.
    away: false,
    // Whether the program is in the background.
    hidden: false,
  });
  phone.sockets = createSockets(phone);
  return phone;
}

/** Whether the host refuses every call because the program is in the background. @param {Phone} phone */
export function isInterrupted({ quirks, away, hidden }) {
  return quirks.backgroundInterrupts && (away || (hidden && quirks.refusesAtHide));
}
