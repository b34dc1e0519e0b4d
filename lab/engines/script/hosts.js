/**
 * Scripted hosts: `task` as wx and swan, `promised` as Taro, `single` and `multiple` as the two ways of my.
 *
 * `later` is the host's own setTimeout; `OwnPromise` is what the program has as `Promise`.
 */
function createHost(kind, server, later, OwnPromise) {
  var listeners = {};
  var line = null;
  var isAlipay = kind === 'single' || kind === 'multiple';
  var host = { connectSocket: connectSocket };

  /** Gives an object `onX` and, if asked, `offX` for each name. */
  function listenable(target, held, names, canRemove) {
    names.forEach(function (name) {
      held[name] = [];
      target[name] = function (listener) {
        held[name].push(listener);
      };
      if (!canRemove) return;
      target[name.replace('on', 'off')] = function (listener) {
        held[name] = held[name].filter(function (other) {
          return listener && other !== listener;
        });
      };
    });
  }

  function tell(held, name, event) {
    held[name].slice().forEach(function (listener) {
      listener(event);
    });
  }

  function answer(options, result) {
    later(function () {
      if (options.success) options.success(result);
      if (options.complete) options.complete(result);
    }, 1);
  }

  /** The facts of an event in the words of this kind of host. */
  function eventOf(name, facts) {
    var isBase64 = isAlipay && name === 'onMessage' && typeof facts !== 'string';
    var event = name === 'onMessage' ? { data: isBase64 ? 'BAUG' : facts, isBuffer: isBase64 } : facts || {};
    return kind === 'multiple' ? { data: event } : event;
  }

  function connectSocket(params) {
    var held = {};
    var socket = server.connect(params.url, function (name, facts) {
      if (kind === 'single') tell(listeners, name.replace('on', 'onSocket'), eventOf(name, facts));
      else tell(held, name, eventOf(name, facts));
    });
    answer(params, { errMsg: 'connectSocket:ok' });
    if (kind === 'single') {
      line = socket;
      return undefined;
    }
    var task = createTask(socket);
    listenable(task, held, ['onOpen', 'onMessage', 'onError', 'onClose'], false);
    return kind === 'promised' ? OwnPromise.resolve(task) : task;
  }

  function createTask(socket) {
    return {
      send: function (message) {
        socket.send(message.isBuffer ? 'base64 ' + message.data : message.data);
        answer(message, { errMsg: 'send:ok' });
      },
      close: function (options) {
        socket.close(options.code, options.reason);
        answer(options, { errMsg: 'close:ok' });
      }
    };
  }

  listenable(host, listeners, ['onAppShow', 'onNetworkStatusChange'], true);
  if (isAlipay) {
    listenable(host, listeners, ['onSocketOpen', 'onSocketMessage', 'onSocketError', 'onSocketClose'], true);
    host.sendSocketMessage = function (message) {
      createTask(line).send(message);
    };
    host.closeSocket = function (options) {
      createTask(line).close(options);
    };
  }

  return {
    host: host,
    countListeners: function () {
      return Object.keys(listeners).reduce(function (count, name) {
        return count + listeners[name].length;
      }, 0);
    }
  };
}
