/**
 * A scripted server at the other end of every socket. It answers heartbeats until it is `mute`: then it is a dead
 * link, which says nothing and notices nothing.
 */
function createServer(later, see) {
  var sockets = [];
  var server = { isMute: false, connect: connect, say: say, end: end, alive: alive };

  function alive() {
    return sockets.filter(function (socket) {
      return socket.state !== 'closed';
    });
  }

  function newest() {
    return sockets[sockets.length - 1];
  }

  /** `emit` takes an event of the socket to the host: `onOpen`, `onMessage` or `onClose`, with its facts. */
  function connect(url, emit) {
    var socket = { state: 'connecting', emit: emit, send: send, close: close };

    function send(data) {
      see('sent ' + show(data));
      if (data !== 'heartbeat' || server.isMute) return;
      later(function () {
        if (socket.state === 'open') emit('onMessage', 'pong');
      }, 30);
    }

    function close(code, reason) {
      if (socket.state === 'closed') return;
      socket.state = 'closed';
      see('socket closed with ' + code);
      if (server.isMute) return;
      later(function () {
        emit('onClose', { code: code, reason: reason });
      }, 20);
    }

    see('connecting to ' + url);
    sockets.push(socket);
    later(function () {
      if (socket.state !== 'connecting') return;
      socket.state = 'open';
      emit('onOpen');
    }, 20);
    return socket;
  }

  function say(data) {
    newest().emit('onMessage', data);
  }

  function end(code, reason) {
    newest().state = 'closed';
    newest().emit('onClose', { code: code, reason: reason });
  }

  return server;
}

/** Text as it is, bytes as their numbers. */
function show(data) {
  if (typeof data === 'string') return data;
  return 'bytes ' + Array.prototype.slice.call(new Uint8Array(data)).join(',');
}
