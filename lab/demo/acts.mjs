// @ts-check
/**
 * What is done to the server and to the phones, in the demo and on a page alike: nothing here waits for an outcome.
 *
 * @typedef {Pick<import('./stage.mjs').Stage, 'recorder'> & { phones: Phone[], server: Server, refusal: Refusal }} Scenery
 * @typedef {import('../emulators/emulator.mjs').Emulator & { id: string }} Phone
 * @typedef {{ start: () => unknown, stop: () => unknown, silence: () => void }} Server
 * @typedef {{ start: () => unknown, stop: () => unknown }} Refusal a server that is up and answers with HTTP 503
 * @typedef {(scenery: Scenery) => any} Act
 */

/** @param {Scenery} scenery */
export async function serverStops({ recorder, server }) {
  recorder.record({ kind: 'server', text: 'stops' });
  await server.stop();
}

/** @param {Scenery} scenery */
export async function serverStarts({ recorder, server }) {
  await server.start();
  recorder.record({ kind: 'server', text: 'listens again' });
}

/** Nothing that comes is read or answered any more, not even a closing handshake, and the connections stay. @type {Act} */
export function serverFallsSilent({ recorder, server }) {
  recorder.record({ kind: 'server', text: 'is silent on every connection it has' });
  server.silence();
}

/** @param {Scenery} scenery */
export async function serverRefuses({ recorder, server, refusal }) {
  recorder.record({ kind: 'server', text: 'drops every connection and answers with HTTP 503' });
  await server.stop();
  await refusal.start();
}

/** @param {Scenery} scenery */
export async function serverAcceptsAgain(scenery) {
  await scenery.refusal.stop();
  await serverStarts(scenery);
}

/** @type {Act} */
export function toBackground({ recorder, phones }) {
  for (const phone of phones) {
    recorder.record({ kind: 'phone', platform: phone.id, text: 'goes to the background' });
    phone.background();
  }
}

/** @type {Act} */
export function toForeground({ recorder, phones }) {
  for (const phone of phones) {
    recorder.record({ kind: 'phone', platform: phone.id, text: 'comes to the foreground' });
    phone.foreground();
  }
}

/** @type {Act} */
export function networkLost({ recorder, phones }) {
  for (const phone of phones) {
    recorder.record({ kind: 'phone', platform: phone.id, text: 'loses its network' });
    phone.quirks.connectFails = 'network is down';
    phone.network(false, { cut: 'noticed' });
  }
}

/** @type {Act} */
export function networkBack({ recorder, phones }) {
  for (const phone of phones) {
    recorder.record({ kind: 'phone', platform: phone.id, text: 'has its network back' });
    phone.quirks.connectFails = '';
    phone.network(true);
  }
}

/** The links of the old network are dead, and nobody says so; the hosts report the new network. @type {Act} */
export function toMobileNetwork({ recorder, server, phones }) {
  server.silence();
  for (const phone of phones) {
    recorder.record({ kind: 'phone', platform: phone.id, text: 'changes from Wi-Fi to 4G' });
    phone.network(true);
  }
}

/** The host has given up its sockets and reports nothing; it refuses what is sent over them. @type {Act} */
export function hostsRefuse({ recorder, phones }) {
  for (const phone of phones) {
    recorder.record({ kind: 'phone', platform: phone.id, text: 'refuses every message' });
    phone.sockets.cutAll(1006, '', true);
  }
}
