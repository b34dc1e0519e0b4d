/** The host's own socket, and nothing around it. */
export function bare(host, app) {
  const socket = host.connect(app.failed);
  socket.onOpen(app.opened);
  socket.onMessage(app.received);
  socket.onError(app.failed);
  socket.onClose(app.closed);
  return { send: (message) => socket.send(message) };
}
