// @ts-check
/** What is written by hand most often. @param {import('./programs.mjs').Bench} host @param {import('./programs.mjs').App} app @returns {Pick<import('./plain-socket.mjs').PlainSocket, 'send'>} */
// #region program
export function byHand(host, app) {
  let socket = connect();

  function connect() {
    const next = host.connect(app.failed);
    next.onOpen(app.opened);
    next.onMessage(app.received);
    next.onError(app.failed);
    next.onClose((event) => {
      app.closed(event);
      host.setTimeout(() => {
        socket = connect();
      }, 2000);
    });
    return next;
  }

  return { send: (...message) => socket.send(...message) };
}
// #endregion program
