// @ts-check
/** The host's own socket, and nothing around it. @param {import('./programs.mjs').Bench} host @param {import('./programs.mjs').App} app */
// #region program
export function bare(host, app) {
  const socket = host.connect(app.failed);
  socket.onOpen(app.opened);
  socket.onMessage(app.received);
  socket.onError(app.failed);
  socket.onClose(app.closed);
  return { send: socket.send };
}
// #endregion program
