// @ts-check
/**
 * What the server does with the messages of one client.
 *
 * @param {import('ws').WebSocket} socket
 * @returns {(data: import('ws').RawData, isBinary: boolean) => void}
 */
export function answer(socket) {
  let isSilent = false;

  return (data, isBinary) => {
    const text = isBinary ? '' : String(data);
    const [command, code, ...reason] = text.split(' ');
    if (isSilent) return;
    if (text === 'heartbeat') socket.send('pong');
    // No closing handshake: what a client sees when a server dies.
    else if (command === '/drop') socket.terminate();
    else if (command === '/close') close(socket, Number(code ?? 1000), reason.join(' '));
    // The connection stays and says nothing: only a heartbeat finds that out.
    else if (command === '/silent') isSilent = true;
    else socket.send(data, { binary: isBinary });
  };
}

/**
 * @param {import('ws').WebSocket} socket
 * @param {number} code
 * @param {string} reason
 */
function close(socket, code, reason) {
  try {
    socket.close(code, reason);
  } catch (error) {
    socket.send(`/close ${code}: ${/** @type {Error} */ (error).message}`);
  }
}
