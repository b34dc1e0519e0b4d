/*
 * mde-websocket 2.0.0, MIT licence
 * A WebSocket connection that stays up, for any mini-program host.
 *
 * const MdeWebsocket = require('mde-websocket');
 */

'use strict';

/** Begins the text of every error of ours. */
var PREFIX = 'mde-websocket: ';

/** What a value is, in the words of our errors; never the value itself, which may be secret. */
function kindOf(value) {
  if (value === null || value === Infinity) return String(value);
  if (typeof value === 'number' && !(value > 0)) return value < 0 ? 'less than 0' : String(value);
  // A host may live in another realm, where `instanceof` fails.
  var isBytes = ArrayBuffer.isView(value) || {}.toString.call(value) === '[object ArrayBuffer]';
  return isBytes ? 'bytes' : typeof value;
}

/** The sentence for a value that is not what it must be. */
function mismatch(name, expected, value) {
  return PREFIX + name + ' must be ' + expected + ', got ' + kindOf(value);
}

/** The value, if `expected`, which people read, mentions its kind; else throws a TypeError. */
function checked(name, expected, value) {
  if (expected.indexOf(kindOf(value)) < 0) throw new TypeError(mismatch(name, expected, value));
  return value;
}

function isData(value) {
  return typeof value === 'string' || kindOf(value) === 'bytes';
}

/** What options must be, and of which options that is true, with their defaults. */
var rules = [
  ['a number from 0 or Infinity', { pingTimeout: 15000, minUptime: 5000, queueLimit: 100 }],
  ['a positive number', { pongTimeout: 10000, connectTimeout: 10000 }],
  ['a number from 0 or a function', { reconnectTimeout: 2000 }],
  ['a number from 0, Infinity or null', { repeatLimit: null }],
  ['a string, bytes or a function', { pingMsg: 'heartbeat' }],
  ['a boolean', { wake: true }],
  ['a function or null', { isPong: null, shouldReconnect: null, logger: null }],
];

/** Fills in the defaults; throws a TypeError that names the option which is missing, ill-typed or out of range. */
function resolveOptions(given) {
  var from = given || {};
  var params = from.params === undefined ? from.connectSocketParams : from.params;
  var options = { params: checked('params', 'an object or a function', params) };
  var connectSocket;
  rules.forEach(function (_a) {
    var expected = _a[0],
      defaults = _a[1];
    for (var name in defaults) {
      options[name] = checked(name, expected, from[name] === undefined ? defaults[name] : from[name]);
    }
  });
  options.platform = from.platform === undefined ? from.miniprogram : from.platform;
  try {
    connectSocket = typeof options.platform.connectSocket;
  } catch (_a) {
    // No host at all: a wrong `platform`, or the bundle of another platform.
  }
  if (connectSocket !== 'function') checked('platform', 'a host with connectSocket', options.platform);
  return Object.freeze(options);
}

/** Calls into code that is not ours; none of them may stop the connection. */

/** Runs what the user gave, if anything. What it throws is thrown again outside our stack, for the host's error hook. */
function callUser(callback, argument, fallback) {
  try {
    return callback ? callback(argument) : fallback;
  } catch (error) {
    setTimeout(function () {
      throw error;
    }, 0);
    return fallback;
  }
}

/** Runs a call whose throw or rejected promise is for `failed`. */
function guard(call, failed) {
  try {
    var returned = call();
    if (isThenable(returned)) returned.then(null, failed);
  } catch (error) {
    failed(error);
  }
}

function isThenable(value) {
  return value && typeof value.then === 'function';
}

function ignore() {}

/**
 * Delivers events to the handlers of a task. Every handler sees them in one order: what a handler causes comes after
 * the event it handles, for the others too, and `deliver` returns when all of it has been seen.
 */
function createEvents(task) {
  var added = {};
  var posted = [];
  var handlers = [];
  var event;
  var isHeld = true;

  var handlersOf = function (hook) {
    return (added[hook] || []).concat(task[hook] || []);
  };

  function post(hook, event) {
    posted.push([hook, event]);
  }

  function deliver() {
    var last = posted[posted.length - 1];
    if (isHeld && last && !handlersOf(last[0]).length) return;
    isHeld = false;
    while (handlers.length || posted.length) {
      if (handlers.length) {
        callUser(handlers.shift(), event);
      } else {
        var next = posted.shift();
        handlers = handlersOf(next[0]);
        event = next[1];
      }
    }
  }

  return {
    on: function (type, handler) {
      var hook =
        'on' +
        String(type).replace(/^./, function (first) {
          return first.toUpperCase();
        });
      var entry = function (event) {
        return handler(event);
      };
      if (!type || !(hook in task)) checked('type', 'open, message, error, close or reconnect', type);
      checked('handler', 'a function', handler);
      added[hook] = (added[hook] || []).concat(entry);
      return function () {
        added[hook] = added[hook].filter(function (other) {
          return other !== entry;
        });
      };
    },
    post: post,
    deliver: deliver,
    emit: function (hook, event) {
      var others = added[hook];
      if (task[hook] && !(others && others.length) && !handlers.length && !posted.length) {
        callUser(task[hook], event);
      } else {
        post(hook, event);
        deliver();
      }
    },
    release: function () {
      isHeld = false;
      deliver();
    },
  };
}

/** A timer later than this was suspended with the app, so its lateness says nothing about the link. Milliseconds. */
var LATE = 500;

/**
 * Finds a link that is silently dead: pings a silent server, and waits for anything at all to come back. What that takes
 * is the task's `latency`.
 */
function createHeartbeat(options, task, schedule, ping, dead) {
  var pingTimeout = options.pingTimeout || Infinity;
  var isAwaiting = false;
  var isLastMoment = false;
  /** When the awaited ping went out, else when the link was last seen alive. */
  var since;
  var pingedAt;
  /** When the pending timer should fire. */
  var due;

  function wait(ms) {
    due = Date.now() + Math.min(ms, pingTimeout);
    schedule(Math.min(ms, pingTimeout), check);
  }

  function isLate() {
    return Date.now() - due >= Math.min(options.pongTimeout, LATE);
  }

  function check() {
    // Less than nothing has elapsed when the clock was set back.
    var elapsed = Date.now() - since;
    // The last millisecond is waited for on its own: what the host had in its queue is delivered before it is over.
    var limit = isAwaiting ? options.pongTimeout - 1 : pingTimeout;
    if (elapsed < 0 || (isAwaiting && isLate())) probe();
    else if (elapsed < limit) wait(limit - elapsed);
    else if (!isAwaiting) probe();
    else if (isLastMoment) dead();
    else {
      isLastMoment = true;
      wait(1);
    }
  }

  function probe() {
    if (pingTimeout === Infinity) return false;
    var now = Date.now();
    // A pong that is awaited already is awaited no longer than before, unless the app was asleep.
    if (!isAwaiting || now < since || isLate()) {
      since = now;
      wait(options.pongTimeout - 1);
      isLastMoment = false;
      isAwaiting = true;
    }
    pingedAt = now;
    if (!ping()) isAwaiting = false;
    return true;
  }

  function seen() {
    var now = Date.now();
    if (isAwaiting) task.latency = Math.max(0, now - pingedAt);
    isAwaiting = false;
    since = now;
  }

  function start() {
    isAwaiting = false;
    seen();
    wait(pingTimeout);
  }

  return { start: start, seen: seen, probe: probe };
}

/** A line for each host: all that outlives a task. */
var lines = [];

function lineOf(options) {
  return lines.filter(function (line) {
    return line.owner.platform === options.platform;
  })[0];
}

/** Takes our listeners off the host when the task that has the line is closed. */
function leaveLine(options) {
  var line = lineOf(options);
  if (line && line.owner === options) line.detach();
}

function createLine(options) {
  var onOpen = function (event) {
    return line.hear('onOpen', event);
  };
  var onMessage = function (event) {
    return line.hear('onMessage', event);
  };
  var onError = function (event) {
    return line.hear('onError', event);
  };
  var onClose = function (event) {
    return line.hear('onClose', event);
  };
  var isAttached = false;

  function attach() {
    if (isAttached) return;
    isAttached = true;
    options.platform.onSocketOpen(onOpen);
    options.platform.onSocketMessage(onMessage);
    options.platform.onSocketError(onError);
    options.platform.onSocketClose(onClose);
  }

  // Always with the listener: without one the host removes those of the application too. Where it cannot remove any,
  // ours stay and serve the next socket.
  function detach() {
    if (!isAttached || !options.platform.offSocketOpen) return;
    isAttached = false;
    guard(function () {
      options.platform.offSocketOpen(onOpen);
      options.platform.offSocketMessage(onMessage);
      options.platform.offSocketError(onError);
      options.platform.offSocketClose(onClose);
    }, ignore);
  }

  var line = {
    owner: options,
    givesTasks: false,
    hasOpened: false,
    supersede: ignore,
    wasRefused: function () {
      return false;
    },
    hear: ignore,
    owed: 0,
    askedAt: 0,
    attach: attach,
    detach: detach,
  };
  lines.push(line);
  return line;
}

/** Takes what `task.send` was given. Of data that no host can carry the sender hears at once, and null comes back. */
function toOutgoing(given) {
  var sender = isData(given) ? null : given || {};
  var data = sender ? sender.data : given;
  if (isData(data)) return { data: toHostData(data), sender: sender };
  fail({ sender: sender }, mismatch('data', 'a string, an ArrayBuffer or a view', data));
  return null;
}

/** Of a view exactly its own bytes, never the whole buffer behind it. */
function toHostData(data) {
  return typeof data !== 'string' && ArrayBuffer.isView(data)
    ? data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength)
    : data;
}

/** Calls the sender's `success` or `fail`, then `complete`; only the first call for a message has an effect. */
function settle(message, outcome, result) {
  var sender = message.sender;
  message.sender = null;
  if (!sender) return;
  callUser(sender[outcome], result);
  callUser(sender.complete, result);
}

function fail(message, why) {
  settle(message, 'fail', { errMsg: why });
}

var DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesToBase64(buffer) {
  var bytes = new Uint8Array(buffer);
  var text = '';
  var word = 0;
  var bits = 0;
  for (var i = 0; i < bytes.length; i++) {
    word = (word << 8) | bytes[i];
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += DIGITS[(word >> bits) & 63];
    }
  }
  if (bits) text += DIGITS[(word << (6 - bits)) & 63];
  while (text.length % 4) text += '=';
  return text;
}

/** Line breaks and padding are passed over. */
function base64ToBytes(text) {
  var bytes = [];
  var word = 0;
  var bits = 0;
  for (var i = 0; i < text.length; i++) {
    var digit = DIGITS.indexOf(text[i]);
    if (digit < 0) continue;
    word = (word << 6) | digit;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((word >> bits) & 255);
  }
  return new Uint8Array(bytes).buffer;
}

/** A field of what a host reported. There may be no payload at all when the native side reports a bad status. */
function field(raw, name) {
  // Alipay's SocketTask nests its fields in `data`, in some versions beside a copy at the top.
  var inner = raw && typeof raw.data === 'object' && raw.data;
  if (inner && inner[name] !== undefined) return inner[name];
  return raw ? raw[name] : raw;
}

function readData(raw) {
  return field(raw, 'isBuffer') && typeof field(raw, 'data') === 'string'
    ? base64ToBytes(field(raw, 'data'))
    : field(raw, 'data');
}

/** A number or a text of the host's, as text; anything else could throw when it becomes one. */
function toText(value) {
  return /number|string/.test(typeof value) ? String(value) : '';
}

/** Some hosts give it as text. */
function readCode(raw) {
  var code = parseInt(toText(field(raw, 'code')), 10);
  return code >= 0 ? code : 1006;
}

function readReason(raw) {
  return toText(field(raw, 'reason'));
}

/** The text of a host's error or of an exception. */
function readError(raw) {
  var errMsg = toText(raw) || toText(field(raw, 'errMsg')) || toText(field(raw, 'message'));
  errMsg = errMsg || toText(field(raw, 'errorMessage')) || toText(field(raw, 'error'));
  return errMsg || 'unknown error';
}

/** What of a host's message carries the data. */
function toPayload(options, data) {
  if (typeof data !== 'string' && typeof options.platform.offSocketOpen === 'function') {
    return { data: bytesToBase64(data), isBuffer: true };
  }
  return { data: data };
}

/** The longest delay that `setTimeout` keeps; a larger one overflows 32 bits and fires at once. */
var LONGEST_DELAY = 0x7fffffff;

/** The single timer of its owner. */
function createTimer() {
  var timer;
  return function (ms, callback) {
    clearTimeout(timer);
    if (ms < Infinity) timer = setTimeout(callback, Math.min(ms, LONGEST_DELAY));
  };
}

/** How long a new connection waits, in milliseconds, for the host to say that the old socket is closed. */
var LONGEST_WAIT = 1000;

/** How long, in milliseconds, a close that the host owes may still come. */
var LONGEST_DEBT = 10000;

/**
 * Whether these parameters ask for the host's only socket. On Alipay it is the default, and said explicitly: since
 * base library 2.9.1 an absent `multiple` means what the app's `behavior.connectSocketDefaultMultiple` says.
 */
function isSingleSocket(options, params) {
  var line = lineOf(options);
  if (line && line.givesTasks) return false;
  if (!options.platform.offSocketOpen) return !!line && (line.hasOpened || !line.wasRefused());
  params.multiple = params.multiple === true;
  return !params.multiple;
}

/**
 * Takes the line and hands `adopt` an object of the shape of a SocketTask for it. The task that had the line is closed
 * first, and the host is given time to close its socket.
 *
 * @param isDialled the host was asked for the socket already, and returned nothing
 * @param wasRefused whether the host answered `fail`
 */
function openSingleSocket(options, params, listeners, isDialled, wasRefused, adopt) {
  var line = lineOf(options) || createLine(options);
  var registered = { onOpen: [], onMessage: [], onError: [], onClose: [] };
  var schedule = createTimer();
  var phase = isDialled ? 'dialled' : 'waiting';

  function dial() {
    schedule(Infinity);
    phase = 'dialled';
    guard(function () {
      var returned = options.platform.connectSocket(params);
      if (!returned || !returned.onOpen) return returned;
      line.givesTasks = true;
      leave(true);
      adopt(returned);
    }, params.fail);
  }

  function hear(name, event) {
    if (Date.now() - line.askedAt >= LONGEST_DEBT) line.owed = 0;
    var isOwed = name === 'onClose' && line.owed > 0;
    if (isOwed) line.owed--;
    if (phase === 'waiting' || phase === 'leaving') hearLeaving(name, event);
    else if (phase === 'open' || (phase === 'dialled' && name !== 'onMessage')) {
      if (!isOwed) hearOwn(name, event);
      else if (phase === 'open') listeners.doubted(event);
    }
  }

  function hearOwn(name, event) {
    if (name === 'onOpen') {
      phase = 'open';
      line.hasOpened = true;
    }
    if (name === 'onClose') {
      line.owed = 0;
      if (phase === 'dialled') hangUp();
      leave(phase === 'open');
    }
    tell(name, event);
  }

  function tell(name, event) {
    registered[name].forEach(function (listener) {
      listener(event);
    });
  }

  /** The socket on its way out is this one, or while this one waits the one before it. */
  function hearLeaving(name, event) {
    if (name === 'onOpen') {
      line.askedAt = Date.now();
      if (phase === 'waiting') schedule(LONGEST_WAIT, dial);
      hangUp();
    }
    if (name !== 'onClose' || line.owed) return;
    if (phase === 'waiting') dial();
    else {
      leave(true);
      tell(name, event);
    }
  }

  function hangUp() {
    guard(function () {
      return options.platform.closeSocket({});
    }, ignore);
  }

  /** A socket that has not opened may do so all the same, whatever the host said, so it is still watched. */
  function leave(isOver) {
    phase = isOver ? 'over' : 'leaving';
    if (isOver) line.detach();
  }

  function send(message) {
    if (line.hear === hear) return options.platform.sendSocketMessage(message);
  }

  function close(given) {
    schedule(Infinity);
    if (phase === 'over' || phase === 'leaving') return;
    var wasDialled = phase !== 'waiting';
    phase = 'leaving';
    // What the host refused is not there to be closed, and it might close another's.
    if (!wasDialled || wasRefused() || line.hear !== hear) return;
    line.owed++;
    line.askedAt = Date.now();
    return options.platform.closeSocket(given);
  }

  function takeLine() {
    var owner = line.owner,
      supersede = line.supersede;
    line.owner = options;
    line.supersede = listeners.superseded;
    if (owner !== options) supersede();
    // The closed task may have been revived in its own close handler, and hold the line again.
    return line.owner === options;
  }

  if (!takeLine()) return;
  line.wasRefused = wasRefused;
  line.hear = hear;
  // Anew for each socket: others call `offSocketOpen()` and remove every listener there is.
  line.detach();
  line.attach();
  adopt({
    send: send,
    close: close,
    onOpen: function (listener) {
      return registered.onOpen.push(listener);
    },
    onMessage: function (listener) {
      return registered.onMessage.push(listener);
    },
    onError: function (listener) {
      return registered.onError.push(listener);
    },
    onClose: function (listener) {
      return registered.onClose.push(listener);
    },
  });
  if (isDialled) return;
  // Whoever was told of this socket may have closed it, and the task with it.
  if (phase === 'leaving') line.detach();
  else {
    var asked = Date.now() - line.askedAt;
    if (line.owed && asked >= 0 && asked < LONGEST_WAIT) schedule(LONGEST_WAIT - asked, dial);
    else dial();
  }
}

/**
 * One conversation with the host: `connectSocket`, the socket that comes of it, and the end of it. It is never reset.
 *
 * @param retries attempts since the link was lost, 0 for a first connection
 * @param isFirst whether the callbacks of a `params` object are still to be called
 */
function createLink(options, retries, isFirst, listeners) {
  var isHostClosed = false;
  var isRefused = false;
  var wasRefused = function () {
    return isRefused;
  };
  var hangUp;
  var socketTask;

  var heard = function (listener) {
    return function (raw) {
      if (!hangUp) listener(raw);
    };
  };
  var failed = heard(listeners.failed);

  function open() {
    guard(function () {
      var params = typeof options.params === 'function' ? options.params(retries) : options.params;
      return isThenable(params) ? Promise.resolve(params).then(dial) : dial(params);
    }, heard(listeners.lackedParams));
  }

  function dial(given) {
    var params = {};
    if (hangUp) return;
    checked('params()', 'an object', given);
    for (var name in given) params[name] = given[name];
    // Always three callbacks: some frameworks return a SocketTask only to those who pass one.
    ['success', 'fail', 'complete'].forEach(function (name) {
      params[name] = heard(function (result) {
        // Some frameworks answer `fail` and reject their promise too.
        if (name === 'fail' && isRefused) return;
        isRefused = isRefused || name === 'fail';
        // Those of an object given once are called once, not again at every reconnect.
        if (isFirst || given !== options.params) callUser(given[name], result);
        if (name === 'fail') failed(result);
      });
    });
    guard(
      function () {
        return connect(params);
      },
      function (error) {
        if (!isRefused) failed(error);
      }
    );
  }

  function connect(params) {
    if (isSingleSocket(options, params)) {
      return openSingleSocket(options, params, listeners, false, wasRefused, adopt);
    }
    var returned = options.platform.connectSocket(params);
    if (!returned && isRefused) return;
    if (isThenable(returned)) return Promise.resolve(returned).then(adoptLate);
    if (typeof options.platform.onSocketOpen === 'function' && !options.platform.offSocketOpen) {
      var line = lineOf(options) || createLine(options);
      if (returned) line.givesTasks = true;
      if (!line.givesTasks) return openSingleSocket(options, params, listeners, true, wasRefused, adopt);
    }
    adopt(returned);
  }

  function adopt(given) {
    if (!given || !given.onOpen) checked('connectSocket()', 'a SocketTask', given);
    socketTask = given;
    if (hangUp) hangUp();
    else listeners.adopted(socketTask);
    socketTask.onOpen(function (raw) {
      if (hangUp) hangUp();
      else listeners.opened(raw);
    });
    socketTask.onMessage(heard(listeners.received));
    socketTask.onError(failed);
    socketTask.onClose(function (raw) {
      isHostClosed = true;
      heard(listeners.closed)(raw);
    });
  }

  /** A promised SocketTask may have opened or closed before it arrived. */
  function adoptLate(given) {
    adopt(given);
    if (socketTask.readyState === 1) heard(listeners.opened)(socketTask);
    if (socketTask.readyState > 1) heard(listeners.closed)();
  }

  function send(message) {
    var payload = toPayload(options, message.data);
    if (message.sender) {
      payload.success = function (result) {
        return settle(message, 'success', result);
      };
      payload.fail = function (error) {
        return settle(message, 'fail', error);
      };
    }
    guard(
      function () {
        return socketTask.send(payload);
      },
      function (error) {
        return fail(message, readError(error));
      }
    );
  }

  function close(code, reason) {
    hangUp = function () {
      if (socketTask && !isHostClosed)
        guard(function () {
          return socketTask.close({ code: code, reason: reason });
        }, ignore);
    };
    hangUp();
  }

  return { open: open, send: send, close: close };
}

/**
 * Hears of the moments when a link is worth a look: the app comes to the foreground, the network comes back.
 *
 * @returns begins to listen, or stops
 */
function createWake(options, wake) {
  var onShow = function () {
    return wake();
  };
  var onNetwork = function (status) {
    if (status && status.isConnected) wake();
  };

  var isHeard = false;

  // Where a host cannot remove a listener, ours stays, finds nothing to do, and serves again when the task is revived.
  return function (isOn) {
    if (!options.wake) return;
    guard(function () {
      if (isHeard && options.platform.offAppShow) options.platform.offAppShow(onShow);
      if (isOn && options.platform.onAppShow && (!isHeard || options.platform.offAppShow))
        options.platform.onAppShow(onShow);
    }, ignore);
    guard(function () {
      if (isHeard && options.platform.offNetworkStatusChange) options.platform.offNetworkStatusChange(onNetwork);
      if (isOn && options.platform.onNetworkStatusChange && (!isHeard || options.platform.offNetworkStatusChange)) {
        options.platform.onNetworkStatusChange(onNetwork);
      }
    }, ignore);
    isHeard = true;
  };
}

/** How long a host that reported an error has to say with which code it closed. Milliseconds. */
var CLOSE_GRACE = 200;

/** When `reconnectTimeout()` gives no pause. Milliseconds. */
var DEFAULT_PAUSE = 2000;

/** Causes after which there is nothing to ask. */
var DECIDED = /user|replaced|superseded/;

/**
 * The state machine of a link that stays up.
 *
 *     connecting ── opened ──▶ open
 *      ▲      └──── ended ───┐  └──── ended ───┐
 *      │                     ▼                 ▼
 *      └──── pause over ── waiting   or   closed ── reconnect() ──▶ connecting
 *
 * A transition is complete before anyone hears of it, so every callback may call everything. At any moment one timer
 * at most is pending: the bound on the attempt, the heartbeat of the link, or the pause before the next attempt.
 */
function createTask(options) {
  var state = 'connecting';
  var link = null;
  var isFirst = true;
  /** Set once an attempt has failed or is ending; where it waits for the host's close, ends the wait. */
  var giveUp = null;
  var retries = 0;
  var openedAt;
  var lostAt;
  var queue = [];
  var inFlight = [];
  var thinAt = 16;

  var task = {
    onOpen: null,
    onMessage: null,
    onError: null,
    onClose: null,
    onReconnect: null,
    on: null,
    send: send,
    close: close,
    reconnect: reconnect,
    state: state,
    socketTask: null,
    opts: options,
    latency: null,
  };
  var schedule = createTimer();
  var events = createEvents(task);
  var heartbeat = createHeartbeat(options, task, schedule, ping, function () {
    return end('pong-timeout');
  });
  var listen = createWake(options, wake);

  /** Makes sure of the link: one that is lost is tried at once, one that is open answers a ping or is dead. */
  function wake() {
    if (giveUp) giveUp();
    if (state === 'waiting') connect();
    else if (isReady()) heartbeat.probe();
  }

  function connect() {
    var next = createLink(options, retries, isFirst, listeners);
    state = task.state = 'connecting';
    link = next;
    task.socketTask = null;
    isFirst = false;
    schedule(options.connectTimeout, function () {
      return end('connect-timeout');
    });
    log();
    if (link === next) next.open();
  }

  var listeners = {
    adopted: function (socketTask) {
      task.socketTask = socketTask;
    },
    opened: function (raw) {
      if (state === 'open' || giveUp) return;
      state = task.state = 'open';
      openedAt = Date.now();
      heartbeat.start();
      events.post('onOpen', { raw: raw });
      log();
      events.deliver();
      flush();
    },
    received: function (raw) {
      var data = readData(raw);
      var current = link;
      if (data === undefined) return;
      // Who receives is connected, whether or not the host has said so.
      listeners.opened(undefined);
      if (link !== current || state !== 'open') return;
      heartbeat.seen();
      if (callUser(options.isPong, data) || link !== current) return;
      events.emit('onMessage', { data: data, raw: raw });
    },
    // Hosts differ in whether a close follows an error: it is waited for, to know the real code.
    failed: function (raw) {
      failing(raw, 'host', CLOSE_GRACE);
    },
    lackedParams: function (error) {
      failing(error, 'params', 0);
    },
    closed: function (raw) {
      end('host', readCode(raw), readReason(raw), raw);
    },
    // Without a heartbeat nothing would ever find the link dead, and after an error there is little to doubt.
    doubted: function (raw) {
      if (giveUp || !heartbeat.probe()) listeners.closed(raw);
    },
    superseded: function () {
      if (state !== 'closed') end('superseded');
    },
  };

  function failing(raw, cause, grace) {
    if (!giveUp) {
      giveUp = function () {
        return end(cause, 1006, '', raw);
      };
      schedule(grace, giveUp);
    }
    events.emit('onError', { errMsg: readError(raw), raw: raw });
  }

  /** Ends the attempt of the moment, or the wait for one, and decides what comes next. */
  function end(cause, code, reason, raw) {
    if (code === void 0) {
      code = 1006;
    }
    if (reason === void 0) {
      reason = '';
    }
    var ending = link;
    var wasOpen = state === 'open';
    var now = Date.now();
    var event = {
      code: code,
      reason: reason,
      cause: cause,
      wasOpen: wasOpen,
      willReconnect: cause === 'replaced',
      raw: raw,
    };
    var delay = 0;
    if (ending) ending.close(cause === 'user' ? code : 1000, cause === 'user' ? reason : cause);

    giveUp = giveUp || ignore;

    if (event.willReconnect || (wasOpen && now - openedAt >= options.minUptime)) retries = 0;
    if (wasOpen || !retries) lostAt = now;
    if (!DECIDED.test(cause)) {
      event.willReconnect =
        (options.repeatLimit === null || retries < options.repeatLimit) &&
        !!callUser(options.shouldReconnect, event, true);
      if (event.willReconnect && link === ending) delay = pauseAfter(event);
    }
    // Whoever was asked may have called close() or reconnect(), and so ended this attempt already.
    if (link !== ending) return;

    var lost = inFlight;
    inFlight = [];
    link = giveUp = null;
    events.post('onClose', event);
    if (event.willReconnect) {
      state = task.state = 'waiting';
      schedule(delay, connect);
      events.post('onReconnect', { attempt: ++retries, delay: delay, cause: cause });
    } else {
      state = task.state = 'closed';
      schedule(Infinity);
      listen(false);
      leaveLine(options);
      lost = lost.concat(queue);
      queue = [];
    }
    log(cause, code, delay);
    events.deliver();
    lost.forEach(function (message) {
      fail(message, PREFIX + (state === 'closed' ? 'task closed' : 'link lost'));
    });
  }

  function pauseAfter(close) {
    var reconnectTimeout = options.reconnectTimeout;
    if (typeof reconnectTimeout === 'number') return reconnectTimeout;
    var elapsed = Math.max(0, Date.now() - lostAt);
    return callUser(
      function (context) {
        return checked('reconnectTimeout()', 'a number from 0', reconnectTimeout(context));
      },
      { attempt: retries + 1, elapsed: elapsed, close: close },
      DEFAULT_PAUSE
    );
  }

  function isReady() {
    return state === 'open' && !giveUp;
  }

  function handOver(message) {
    // Those that are settled are thinned out now and then, so that a burst costs no more than its length.
    if (message.sender && inFlight.push(message) > thinAt) {
      inFlight = inFlight.filter(function (other) {
        return other.sender;
      });
      thinAt = 2 * inFlight.length + 16;
    }
    link.send(message);
    return true;
  }

  function flush() {
    while (queue.length && isReady()) handOver(queue.shift());
  }

  function send(given) {
    var message = toOutgoing(given);
    if (!message) return false;
    flush();
    if (isReady()) return handOver(message);
    queue.push(message);
    if (state === 'closed' || queue.length > options.queueLimit) {
      fail(queue.shift(), PREFIX + (state === 'closed' ? 'task closed' : 'queue full'));
    }
    return false;
  }

  function ping() {
    var pingMsg = options.pingMsg;
    var data = callUser(function () {
      return typeof pingMsg === 'function' ? checked('pingMsg()', 'a string or bytes', pingMsg()) : pingMsg;
    });
    return data !== undefined && isReady() && handOver({ data: toHostData(data) });
  }

  function close(given) {
    var _a = given || {},
      code = _a.code,
      reason = _a.reason;
    if (state !== 'closed') end('user', toCloseCode(code), toReason(reason));
    events.release();
    settle({ sender: given }, 'success', { errMsg: 'close:ok' });
  }

  function reconnect() {
    if (state === 'closed') {
      retries = 0;
      listen(true);
      connect();
    } else if (link) end('replaced');
    if (state === 'waiting') connect();
  }

  function log(cause, code, delay) {
    callUser(options.logger, { state: state, attempt: retries, cause: cause, code: code, delay: delay });
  }

  task.on = events.on;
  listen(true);
  connect();
  // Handlers set in `.then()` or after `await` miss nothing: these hops take as long as theirs on any kind of Promise.
  Promise.resolve().then().then().then().then().then().then(events.release);
  return task;
}

/** Hosts refuse every other code, and then do not close. */
function toCloseCode(code) {
  return code >= 3000 && code < 5000 && code % 1 === 0 ? +code : 1000;
}

/** At most 123 bytes of UTF-8, which is what a close frame holds; outside ASCII a code unit takes three at most. */
function toReason(reason) {
  var cut = toText(reason).slice(0, 123);
  while (cut.replace(/[^ -~]/g, '---').length > 123) cut = cut.slice(0, -1);
  return cut;
}

/**
 * A `reconnectTimeout` for servers with many clients: exponential backoff with full jitter. The pause before attempt
 * `n` is uniform between 0 and `min(max, min * factor ** (n - 1))`, so clients cut together do not return together.
 *
 * @example
 * MdeWebsocket({ params: { url }, reconnectTimeout: backoff({ max: 60000 }) })
 */
function backoff(options) {
  if (options === void 0) {
    options = {};
  }
  return function (_a) {
    var attempt = _a.attempt;
    var bound = (options.min || 1000) * Math.pow(options.factor || 2, attempt - 1);
    return Math.random() * Math.min(options.max || 30000, bound);
  };
}

/**
 * Connects and keeps the link up.
 *
 * @returns a promise of the task, fulfilled as soon as the first attempt is under way; it does not wait for the
 * connection. It rejects only with a TypeError for an option that is missing, ill-typed or out of range.
 * @example
 * MdeWebsocket({ params: { url: 'wss://example.com' } }).then((task) => {
 *   task.onMessage = ({ data }) => console.log(data);
 *   task.send('hello');
 * });
 */
function MdeWebsocket(options) {
  return new Promise(function (resolve) {
    return resolve(createTask(resolveOptions(options)));
  });
}

/** The version of this package. */
var VERSION = '2.0.0';

MdeWebsocket.__esModule = true;
MdeWebsocket.MdeWebsocket = MdeWebsocket.default = MdeWebsocket;
MdeWebsocket.VERSION = VERSION;
MdeWebsocket.backoff = backoff;
module.exports = MdeWebsocket;
