/** What is written by hand most often: a timer in onClose. */
export function byHand(host, app) {
  let socket;
  function connect() {
    socket = host.connect(app.failed);
    socket.onOpen(app.opened);
    socket.onMessage(app.received);
    socket.onError(app.failed);
    socket.onClose((event) => {
      app.closed(event);
      host.setTimeout(connect, 2000);
    });
  }
  connect();
  return { send: (message) => socket.send(message) };
}
