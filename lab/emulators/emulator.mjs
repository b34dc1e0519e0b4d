// @ts-check
/**
 * A host together with the handles that only its tests hold.
 *
 * @typedef {ReturnType<typeof emulator>} Emulator
 *
 * @param {string} name the global's name: `wx`, `my`, `swan`, …
 * @param {any} host what the application sees
 * @param {import('./phone.mjs').Phone} phone
 * @param {{
 *   background: () => void,
 *   foreground: () => void,
 *   network: (isConnected: boolean, how?: { cut?: 'noticed' | 'unnoticed' }) => void,
 *   listen: (news: 'shown' | 'network', listener: (event: any) => void) => void,
 * }} life
 */
export function emulator(name, host, phone, life) {
  const { quirks, thread, ledger, sockets } = phone;
  return {
    name,
    host,
    /** What a bundle for this host finds as its free names. @type {Record<string, any>} */
    globals: { [name]: host },
    quirks,
    thread,
    sockets,
    log: ledger.log,
    /** Marks a listener as the application's own and returns it. */
    own: ledger.own,
    /** Listens as the application does, to a return or to the network. @type {typeof life.listen} */
    listen: (news, listener) => life.listen(news, ledger.own(listener)),
    background: life.background,
    foreground: life.foreground,
    network: life.network,
    /** The figures that invariants are checked against. */
    counts: () => ({
      live: sockets.live().length,
      peak: sockets.peak(),
      open: sockets.open().length,
      listeners: ledger.listeners('others').length,
      appListeners: ledger.listeners('app').length,
      pendingCalls: ledger.pendingCalls(),
      timers: thread.pending().length,
      timerCalls: thread.timerCalls(),
    }),
    /** Listeners on the host, by owner. */
    listeners: ledger.listeners,
    /** Whether one of this type can be taken off the host. @param {string} type */
    canRemove: (type) => typeof host[offOf(type)] === 'function',
  };
}

/** The method that takes a listener off the host. @param {string} type as the ledger has it: `AppShow`, `socket open` */
function offOf(type) {
  return `off${type.replace(/^socket ./, (start) => `Socket${start.slice(-1).toUpperCase()}`)}`;
}
