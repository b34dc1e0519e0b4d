// @ts-check
/** What the tests look at sockets with. */

/** The name of what a call throws, or `fine`. @param {() => unknown} call */
export function thrown(call) {
  try {
    call();
    return 'fine';
  } catch (error) {
    return /** @type {Error} */ (error).name;
  }
}

/** @param {any} socket @param {string} type @returns {Promise<any>} the next event of a type */
export const next = (socket, type) => new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));

/** An open socket, whose bytes come as an ArrayBuffer. @param {import('./run.mjs').World} world @param {string} [rest] @param {any} [protocols] */
export async function opened({ WebSocket, url }, rest, protocols) {
  const socket = protocols === undefined ? new WebSocket(url(rest)) : new WebSocket(url(rest), protocols);
  socket.binaryType = 'arraybuffer';
  await next(socket, 'open');
  return socket;
}

/** Closes a socket, and gives its close event. @param {any} socket @param {any[]} args */
export async function closedBy(socket, ...args) {
  const closed = next(socket, 'close');
  socket.close(...args);
  return facts(await closed);
}

/** @param {any} event of a close */
export const facts = ({ code, reason, wasClean }) => ({ code, reason, wasClean });

/** What the server was sent before the closing handshake, as soon as that is over there. @param {import('./run.mjs').World} world @returns {Promise<any>} */
export async function frameOf({ wire }) {
  while (!wire.closed) await new Promise((resolve) => setTimeout(resolve, 5));
  return wire.closed;
}

/** Sends, and gives what comes back as text or numbers. @param {any} socket @param {any} data */
export async function echoed(socket, data) {
  const answer = next(socket, 'message');
  socket.send(data);
  return readable((await answer).data);
}

/** @param {any} data */
export function readable(data) {
  if (typeof data === 'string') return data;
  return data?.byteLength === undefined ? Object.prototype.toString.call(data) : [...new Uint8Array(data)];
}

/** Runs with an open socket, and closes it after. @param {(socket: any, world: import('./run.mjs').World) => unknown} look */
export const whileOpen = (look) => async (/** @type {import('./run.mjs').World} */ world) => {
  const socket = await opened(world);
  try {
    return await look(socket, world);
  } finally {
    await end(socket);
  }
};

/** Runs with a socket that has just been made, and closes it after. @param {(socket: any, world: import('./run.mjs').World) => unknown} look */
export const whileConnecting = (look) => async (/** @type {import('./run.mjs').World} */ world) => {
  const socket = new world.WebSocket(world.url());
  try {
    return await look(socket, world);
  } finally {
    await end(socket);
  }
};

/** Until it is closed: hosts with one socket have no room for the next. @param {any} socket */
export async function end(socket) {
  if (socket.readyState === 0) await next(socket, 'open');
  if (socket.readyState === 3) return;
  const closed = next(socket, 'close');
  socket.close();
  await closed;
}
