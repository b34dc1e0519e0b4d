// @ts-check
/**
 * How the host speaks to the program: the callbacks of a call and the listeners of an event.
 */

/**
 * Calls `success` or `fail`, then `complete`.
 *
 * @param {import('../types').World} world
 * @param {number} owner
 * @param {any} options what the program gave
 * @param {'success' | 'fail'} outcome
 * @param {any} result
 */
export function answer(world, owner, options, outcome, result) {
  world.enter(owner, 'host', () => options?.[outcome]?.(result));
  world.enter(owner, 'host', () => options?.complete?.(result));
}

/**
 * Calls `fail` of a connection.
 *
 * @param {import('../types').World} world
 * @param {import('./socket.mjs').Socket} socket
 * @param {any} result
 */
export function refuse(world, socket, result) {
  world.log({ kind: 'refused', task: socket.owner, socket });
  answer(world, socket.owner, socket.params, 'fail', result);
}

/**
 * Says that something happened to a socket, true or not.
 *
 * @param {import('../types').World} world
 * @param {import('./socket.mjs').Socket} socket
 * @param {import('./socket.mjs').Kind} what
 * @param {any} payload
 */
export function report(world, socket, what, payload) {
  if (what === 'close') {
    socket.phase = 'dead';
    socket.isReported = true;
  } else if (what === 'open' && socket.phase === 'connecting') socket.phase = 'open';
  if (what === 'message') socket.isPingRefused = false;
  world.remember(payload, socket, what);
  const own = socket.isLine ? [] : socket.listeners[what];
  const shared = socket.isLine || socket === world.host.line() ? world.host.lineListeners(what) : [];
  const listeners = [...own, ...shared];
  if (what === 'close' && listeners.some(({ owner }) => owner >= 0)) socket.isConfirmed = true;
  world.enter(-1, 'host', () => {
    world.log({ kind: 'host', what, socket, payload, heard: listeners.filter(({ owner }) => owner >= 0).length });
    // On a host that cannot remove listeners they belong to whoever the socket is for.
    for (const { listener, owner } of listeners) {
      const hearer = owner >= 0 && socket.isLine && !world.subject.canRemove ? socket.owner : owner;
      world.enter(hearer, 'host', () => listener(payload));
    }
  });
}
