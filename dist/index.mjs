/*
 * mde-websocket 2.0.0, MIT licence
 * A WebSocket connection that stays up, for any mini-program host.
 *
 * import MdeWebsocket from 'mde-websocket';
 */

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

function handlersOf(events, hook) {
  var added = events.added,
    task = events.task;
  return (added[hook] || []).concat(task[hook] || []);
}

/** Adds a handler; returns what removes it. */
function addHandler(events, type, handler) {
  var added = events.added,
    task = events.task;
  var hook =
    'on' +
    String(type).replace(/./, function (first) {
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
}

/** Puts an event behind those not yet delivered. */
function post(events, hook, event) {
  events.posted.push([hook, event]);
}

/** Delivers every posted event. */
function deliver(events) {
  var posted = events.posted;
  var last = posted[posted.length - 1];
  if (events.isHeld && last && !handlersOf(events, last[0]).length) return;
  events.isHeld = false;
  while (events.handlers.length || posted.length) {
    if (events.handlers.length) {
      callUser(events.handlers.shift(), events.event);
    } else {
      var next = posted.shift();
      events.handlers = handlersOf(events, next[0]);
      events.event = next[1];
    }
  }
}

/** Delivers one more event, at once if it is the only one and has a single handler. */
function emit(events, hook, event) {
  var added = events.added,
    task = events.task,
    handlers = events.handlers,
    posted = events.posted;
  var others = added[hook];
  if (task[hook] && !(others && others.length) && !handlers.length && !posted.length) {
    callUser(task[hook], event);
  } else {
    post(events, hook, event);
    deliver(events);
  }
}

/** Ends the time in which events wait for the first handler. */
function release(events) {
  events.isHeld = false;
  deliver(events);
}

/** The longest delay that `setTimeout` keeps; a larger one overflows 32 bits and fires at once. */
var LONGEST_DELAY = 0x7fffffff;

/** Calls back after so many milliseconds, in place of what was scheduled before; `Infinity` only cancels that. */
function schedule(timed, ms, callback) {
  clearTimeout(timed.timer);
  if (ms < Infinity) timed.timer = setTimeout(callback, Math.min(ms, LONGEST_DELAY));
}

/** A timer later than this was suspended with the app, so its lateness says nothing about the link. Milliseconds. */
var LATE = 500;

function interval(heartbeat) {
  return heartbeat.options.pingTimeout || Infinity;
}

function wait(heartbeat, ms) {
  var pause = Math.min(ms, interval(heartbeat));
  heartbeat.due = Date.now() + pause;
  schedule(heartbeat, pause, function () {
    return check(heartbeat);
  });
}

function isLate(heartbeat) {
  return Date.now() - heartbeat.due > Math.min(heartbeat.options.pongTimeout, LATE);
}

function check(heartbeat) {
  var isAwaiting = heartbeat.isAwaiting;
  // Less than nothing has elapsed when the clock was set back.
  var elapsed = Date.now() - heartbeat.since;
  // The last millisecond is waited for on its own: what the host had in its queue is delivered before it is over.
  var limit = isAwaiting ? heartbeat.options.pongTimeout - 1 : interval(heartbeat);
  if (elapsed < 0 || (isAwaiting && isLate(heartbeat))) probe(heartbeat);
  else if (elapsed < limit) wait(heartbeat, limit - elapsed);
  else if (!isAwaiting) probe(heartbeat);
  else if (heartbeat.isLastMoment) heartbeat.listeners.dead(heartbeat);
  else {
    heartbeat.isLastMoment = true;
    wait(heartbeat, 1);
  }
}

/**
 * Pings at once, if there is a heartbeat; the link is dead if nothing comes within `pongTimeout`.
 *
 * @param wasAway the app was in the background, so a pong that is awaited may be waiting to be heard
 */
function probe(heartbeat, wasAway) {
  if (interval(heartbeat) === Infinity) return false;
  var now = Date.now();
  // A pong that is awaited already is awaited no longer than before, unless the app was asleep.
  if (wasAway || !heartbeat.isAwaiting || now < heartbeat.since || isLate(heartbeat)) {
    heartbeat.since = now;
    wait(heartbeat, heartbeat.options.pongTimeout - 1);
    heartbeat.isLastMoment = false;
    heartbeat.isAwaiting = true;
  }
  heartbeat.pingedAt = now;
  if (!heartbeat.listeners.ping(heartbeat)) heartbeat.isAwaiting = false;
  return true;
}

/** Something came from the server. The pending timer is left alone: it looks at the time when it fires. */
function seen(heartbeat) {
  var now = Date.now();
  if (heartbeat.isAwaiting) heartbeat.task.latency = Math.max(0, now - heartbeat.pingedAt);
  heartbeat.isAwaiting = false;
  heartbeat.since = now;
}

/** The link is open. */
function startHeartbeat(heartbeat) {
  heartbeat.isAwaiting = false;
  seen(heartbeat);
  wait(heartbeat, interval(heartbeat));
}

/** A line for each host: all that outlives a task. */
var lines = [];

function lineOf(options) {
  return lines.filter(function (line) {
    return line.owner.platform === options.platform;
  })[0];
}

/** Takes our listeners off the host when the task that has the line is closed, or goes on without it. */
function leaveLine(options) {
  var line = lineOf(options);
  if (!line || line.owner !== options) return;
  line.hear = line.supersede = ignore;
  line.detach();
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
  if (isData(data)) return { data: toHostData(data), sender: sender, isHandedOver: false };
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

/** The data of a message; by its own steps and not by `field`, since a message is what there is most of. */
function readData(raw) {
  var message = raw || {};
  if (message.data && message.data.data !== undefined) message = message.data;
  if (message.isBuffer && typeof message.data === 'string') return base64ToBytes(message.data);
  return message.data;
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

/** Whether Alipay refused a socket because there is one. Source: opendocs.alipay.com/mini/api/vx19c3, error 3 */
function isLineTaken(raw) {
  return field(raw, 'error') === 3;
}

/** What of a host's message carries the data. */
function toPayload(data, options) {
  if (typeof data !== 'string' && typeof options.platform.offSocketOpen === 'function') {
    return { data: bytesToBase64(data), isBuffer: true };
  }
  return { data: data };
}

/** How long a new connection waits, in milliseconds, for the host to say that the old socket is closed. */
var LONGEST_WAIT = 1000;

/** How long, in milliseconds, a close that the host owes may still come. */
var LONGEST_DEBT = 10000;

/**
 * Whether these parameters ask for the host's only socket. On Alipay it is the default, and said explicitly: since
 * base library 2.9.1 an absent `multiple` means what the app's `behavior.connectSocketDefaultMultiple` says.
 */
function isSingleSocket(params, options) {
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
 */
function openSingleSocket(link, params, isDialled, adopt) {
  var _a = link.owner,
    options = _a.options,
    listeners = _a.listeners;
  var line = lineOf(options) || createLine(options);
  var registered = { onOpen: [], onMessage: [], onError: [], onClose: [] };
  var timed = {};
  var wasRefused = function () {
    return link.isRefused;
  };
  var phase = isDialled ? 'dialled' : 'waiting';
  var hasOpened = false;

  function dial() {
    schedule(timed, Infinity);
    phase = 'dialled';
    guard(function () {
      var returned = options.platform.connectSocket(params);
      if (!returned || !returned.onOpen) return returned;
      line.givesTasks = true;
      phase = 'over';
      line.detach();
      adopt(link, returned);
    }, params.fail);
  }

  function forgetOldDebts() {
    if (line.owed && Date.now() - line.askedAt >= LONGEST_DEBT) line.owed = 0;
  }

  function hear(name, event) {
    forgetOldDebts();
    var isOwed = name === 'onClose' && line.owed > 0;
    if (isOwed) line.owed--;
    if (phase === 'waiting' || phase === 'leaving') hearLeaving(name, event);
    else if (phase === 'open' || (phase === 'dialled' && name !== 'onMessage')) {
      if (!isOwed) hearOwn(name, event);
      else if (phase === 'open') listeners.closed(link.owner, event, 'host', true);
    }
  }

  function hearOwn(name, event) {
    if (name === 'onOpen') {
      hasOpened = true;
      phase = 'open';
      line.hasOpened = true;
    }
    if (name === 'onClose') {
      line.owed = 0;
      if (!hasOpened) hangUp();
      leave();
    }
    tell(name, event);
  }

  function tell(name, event) {
    var hearers = registered[name];
    for (var i = 0, count = hearers.length; i < count; i++) hearers[i](event);
  }

  /** The socket on its way out is this one, or while this one waits the one before it. */
  function hearLeaving(name, event) {
    if (name === 'onOpen') {
      line.askedAt = Date.now();
      if (phase === 'waiting') schedule(timed, LONGEST_WAIT, dial);
      else hasOpened = true;
      hangUp();
    }
    if (name !== 'onClose' || line.owed) return;
    if (phase === 'waiting') dial();
    else {
      leave();
      tell(name, event);
    }
  }

  function hangUp() {
    guard(function () {
      return options.platform.closeSocket({});
    }, ignore);
  }

  /** A socket that has not opened may do so all the same, whatever the host said, so it is still watched. */
  function leave() {
    phase = hasOpened ? 'over' : 'leaving';
    if (hasOpened) line.detach();
  }

  function send(message) {
    if (line.hear === hear) return options.platform.sendSocketMessage(message);
  }

  function close(given) {
    schedule(timed, Infinity);
    if (phase === 'over') return;
    var isThere = phase === 'open' || (phase === 'dialled' && !wasRefused());
    phase = 'leaving';
    if (line.hear !== hear) return;
    if (isThere) {
      forgetOldDebts();
      line.owed++;
      line.askedAt = Date.now();
      return options.platform.closeSocket(given);
    }
    // What the host refused is not there to be closed, but the one that is in its way is.
    if (link.isLineTaken) hangUp();
  }

  function takeLine() {
    var owner = line.owner,
      supersede = line.supersede;
    line.owner = options;
    line.supersede = function () {
      return listeners.closed(link.owner, undefined, 'superseded');
    };
    if (owner !== options) supersede();
    // In its close handler the other task may have been revived and hold the line again, or this one have gone on.
    return line.owner === options && !link.hangUp;
  }

  if (!takeLine()) return;
  line.wasRefused = wasRefused;
  line.hear = hear;
  // Anew for each socket: others call `offSocketOpen()` and remove every listener there is.
  line.detach();
  line.attach();
  adopt(link, {
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
    if (line.owed && asked >= 0 && asked < LONGEST_WAIT) schedule(timed, LONGEST_WAIT - asked, dial);
    else dial();
  }
}

function createLink(owner, isFirst) {
  return {
    owner: owner,
    isFirst: isFirst,
    socketTask: null,
    isRefused: false,
    isLineTaken: false,
    isHostClosed: false,
    hangUp: null,
  };
}

function openLink(link) {
  var _a = link.owner,
    options = _a.options,
    retries = _a.retries;
  guard(
    function () {
      var params = typeof options.params === 'function' ? options.params(retries) : options.params;
      return isThenable(params)
        ? Promise.resolve(params).then(function (given) {
            return dial(link, given);
          })
        : dial(link, params);
    },
    function (error) {
      return failed(link, error, 'params');
    }
  );
}

/** Closes the host's socket now, or when it arrives or opens all the same. */
function closeLink(link, code, reason) {
  link.hangUp = function () {
    if (link.socketTask && !link.isHostClosed)
      guard(function () {
        return link.socketTask.close({ code: code, reason: reason });
      }, ignore);
  };
  link.hangUp();
}

function sendOver(link, message) {
  var owner = link.owner,
    socketTask = link.socketTask;
  var payload = toPayload(message.data, owner.options);
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

function failed(link, error, cause) {
  var owner = link.owner;
  if (!link.hangUp) owner.listeners.failed(owner, error, cause);
}

function dial(link, given) {
  var params = {};
  if (link.hangUp) return;
  checked('params()', 'an object', given);
  for (var name in given) params[name] = given[name];
  // Always three callbacks: some frameworks return a SocketTask only to those who pass one.
  ['success', 'fail', 'complete'].forEach(function (name) {
    params[name] = function (result) {
      // Some frameworks answer `fail` and reject their promise too.
      if (link.hangUp || (name === 'fail' && link.isRefused)) return;
      link.isRefused = link.isRefused || name === 'fail';
      if (name === 'fail') link.isLineTaken = isLineTaken(result);
      // Those of an object given once are called once, not again at every reconnect.
      if (link.isFirst || given !== link.owner.options.params) callUser(given[name], result);
      if (name === 'fail') failed(link, result, 'host');
    };
  });
  guard(
    function () {
      return requestSocket(link, params);
    },
    function (error) {
      if (!link.isRefused) failed(link, error, 'host');
    }
  );
}

function requestSocket(link, params) {
  var options = link.owner.options;
  if (isSingleSocket(params, options)) return openSingleSocket(link, params, false, adopt);
  leaveLine(options);
  var returned = options.platform.connectSocket(params);
  if (!returned && link.isRefused) return;
  if (isThenable(returned)) {
    return Promise.resolve(returned).then(function (socketTask) {
      return adoptLate(link, socketTask);
    });
  }
  if (typeof options.platform.onSocketOpen === 'function' && !options.platform.offSocketOpen) {
    var line = lineOf(options) || createLine(options);
    if (returned) line.givesTasks = true;
    if (!line.givesTasks) return openSingleSocket(link, params, true, adopt);
  }
  adopt(link, returned);
}

function adopt(link, socketTask) {
  var owner = link.owner;
  var listeners = owner.listeners;
  if (!socketTask || !socketTask.onOpen) checked('connectSocket()', 'a SocketTask', socketTask);
  link.socketTask = socketTask;
  if (link.hangUp) link.hangUp();
  else listeners.adopted(owner, socketTask);
  socketTask.onOpen(function (raw) {
    if (link.hangUp) link.hangUp();
    else listeners.opened(owner, raw);
  });
  socketTask.onMessage(function (raw) {
    if (!link.hangUp) listeners.received(owner, raw);
  });
  socketTask.onError(function (raw) {
    return failed(link, raw, 'host');
  });
  socketTask.onClose(function (raw) {
    link.isHostClosed = true;
    if (!link.hangUp) listeners.closed(owner, raw, 'host');
  });
}

/** A promised SocketTask may have opened or closed before it arrived. */
function adoptLate(link, socketTask) {
  var owner = link.owner;
  adopt(link, socketTask);
  if (socketTask.readyState === 1 && !link.hangUp) owner.listeners.opened(owner, socketTask);
  if (socketTask.readyState > 1 && !link.hangUp) owner.listeners.closed(owner, undefined, 'host');
}

/** Whether messages go to the host: an attempt that has failed carries none, though it has not ended yet. */
function isReady(outbox) {
  return outbox.state === 'open' && !outbox.giveUp;
}

function handOver(outbox, message) {
  // Those that are settled are thinned out now and then, so that a burst costs no more than its length.
  if (message.sender && outbox.inFlight.push(message) > outbox.thinAt) {
    outbox.inFlight = outbox.inFlight.filter(function (other) {
      return other.sender;
    });
    outbox.thinAt = 2 * outbox.inFlight.length + 16;
  }
  message.isHandedOver = true;
  sendOver(outbox.link, message);
  return true;
}

function flush(outbox) {
  while (outbox.queue.length && isReady(outbox)) handOver(outbox, outbox.queue.shift());
}

function send(outbox, given) {
  var queue = outbox.queue,
    options = outbox.options;
  var message = toOutgoing(given);
  if (!message) return false;
  if (!queue.length && isReady(outbox)) return handOver(outbox, message);
  // Behind those before it, and ahead of what their callbacks send.
  queue.push(message);
  flush(outbox);
  var isClosed = outbox.state === 'closed';
  if (queue.length > (isClosed ? 0 : options.queueLimit)) {
    fail(queue.shift(), PREFIX + (isClosed ? 'task closed' : 'queue full'));
  }
  return !!message.isHandedOver;
}

function ping(outbox) {
  var pingMsg = outbox.options.pingMsg;
  var data = callUser(function () {
    return typeof pingMsg === 'function' ? checked('pingMsg()', 'a string or bytes', pingMsg()) : pingMsg;
  });
  return data !== undefined && isReady(outbox) && handOver(outbox, { data: toHostData(data) });
}

/** Takes out the messages that are lost with the link, and once the task is closed those that waited for the next. */
function takeLost(outbox) {
  var lost = outbox.inFlight;
  outbox.inFlight = [];
  return outbox.state === 'closed' ? lost.concat(outbox.queue.splice(0)) : lost;
}

/** When `reconnectTimeout()` gives no pause. Milliseconds. */
var DEFAULT_PAUSE = 2000;

/** Whether an attempt that ended is followed by another. */
function mayRetry(retrying, close) {
  var _a = retrying.options,
    repeatLimit = _a.repeatLimit,
    shouldReconnect = _a.shouldReconnect;
  return (repeatLimit === null || retrying.retries < repeatLimit) && !!callUser(shouldReconnect, close, true);
}

/** The pause before the next attempt, in milliseconds. */
function pauseAfter(retrying, close) {
  var reconnectTimeout = retrying.options.reconnectTimeout;
  if (typeof reconnectTimeout === 'number') return reconnectTimeout;
  var elapsed = Math.max(0, Date.now() - retrying.lostAt);
  return callUser(
    function (context) {
      return checked('reconnectTimeout()', 'a number from 0', reconnectTimeout(context));
    },
    { attempt: retrying.retries + 1, elapsed: elapsed, close: close },
    DEFAULT_PAUSE
  );
}

/**
 * Begins to listen, or stops. Where a host cannot remove a listener, ours stays, finds nothing to do, and serves again
 * when the task is revived.
 */
function listen(wakeful, isOn) {
  var options = wakeful.options,
    listeners = wakeful.listeners;
  var isHeard = !!wakeful.onShow;
  var onShow =
    wakeful.onShow ||
    function () {
      return listeners.wake(wakeful, true);
    };
  var onNetwork =
    wakeful.onNetwork ||
    function (status) {
      if (status && status.isConnected) listeners.wake(wakeful, false);
    };
  if (!options.wake) return;
  wakeful.onShow = onShow;
  wakeful.onNetwork = onNetwork;
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
}

/** How long a host that reported an error has to say with which code it closed. Milliseconds. */
var CLOSE_GRACE = 200;

/** Causes after which there is nothing to ask. */
var DECIDED = /user|replaced|superseded/;

function enter(connection, state) {
  connection.state = connection.task.state = state;
}

function log(connection, cause, code, delay) {
  var options = connection.options,
    state = connection.state,
    retries = connection.retries;
  callUser(options.logger, { state: state, attempt: retries, cause: cause, code: code, delay: delay });
}

function connect(connection) {
  var link = createLink(connection, connection.isFirst);
  enter(connection, 'connecting');
  connection.link = link;
  connection.task.socketTask = null;
  connection.isFirst = false;
  schedule(connection, connection.options.connectTimeout, function () {
    return end(connection, 'connect-timeout');
  });
  log(connection);
  if (connection.link === link) openLink(link);
}

var listeners = {
  adopted: function (connection, socketTask) {
    connection.task.socketTask = socketTask;
  },
  opened: opened,
  received: received,
  ping: function (connection) {
    return ping(connection);
  },
  dead: function (connection) {
    end(connection, 'pong-timeout');
  },
  // One that is lost is tried at once, one that is open answers a ping or is dead.
  wake: function (connection, wasAway) {
    if (connection.giveUp) connection.giveUp();
    if (connection.state === 'waiting') connect(connection);
    else if (isReady(connection)) probe(connection, wasAway);
  },
  // Hosts differ in whether a close follows an error: it is waited for, to know the real code.
  failed: function (connection, raw, cause) {
    if (!connection.giveUp) {
      connection.giveUp = function () {
        return end(connection, cause, 1006, '', raw);
      };
      schedule(connection, cause === 'params' ? 0 : CLOSE_GRACE, connection.giveUp);
    }
    emit(connection, 'onError', { errMsg: readError(raw), raw: raw });
  },
  closed: function (connection, raw, cause, isDoubted) {
    // Without a heartbeat nothing would ever find the link dead, and after an error there is little to doubt.
    if (isDoubted && !connection.giveUp && probe(connection)) return;
    end(connection, cause, readCode(raw), readReason(raw), raw);
  },
};

function opened(connection, raw) {
  if (connection.state === 'open' || connection.giveUp) return;
  enter(connection, 'open');
  connection.openedAt = Date.now();
  startHeartbeat(connection);
  post(connection, 'onOpen', { raw: raw });
  log(connection);
  deliver(connection);
  flush(connection);
}

function received(connection, raw) {
  var data = readData(raw);
  var link = connection.link,
    options = connection.options;
  if (data === undefined) return;
  // Who receives is connected, whether or not the host has said so.
  opened(connection);
  if (connection.link !== link || connection.state !== 'open') return;
  seen(connection);
  if (callUser(options.isPong, data) || connection.link !== link) return;
  emit(connection, 'onMessage', { data: data, raw: raw });
}

/** Ends the attempt of the moment, or the wait for one, and decides what comes next. */
function end(connection, cause, code, reason, raw) {
  if (code === void 0) {
    code = 1006;
  }
  if (reason === void 0) {
    reason = '';
  }
  var link = connection.link,
    options = connection.options;
  var wasOpen = connection.state === 'open';
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
  connection.giveUp = connection.giveUp || ignore;
  if (link) closeLink(link, cause === 'user' ? code : 1000, cause === 'user' ? reason : cause);
  // A host may report the close at once, to listeners of the application that do as those who are asked below.
  if (connection.link !== link) return;

  if (event.willReconnect || (wasOpen && now - connection.openedAt >= options.minUptime)) connection.retries = 0;
  if (wasOpen || !connection.retries) connection.lostAt = now;
  if (!DECIDED.test(cause)) {
    event.willReconnect = mayRetry(connection, event);
    if (event.willReconnect && connection.link === link) delay = pauseAfter(connection, event);
  }
  // Whoever was asked may have called close() or reconnect(), and so ended this attempt already.
  if (connection.link === link) leave(connection, event, delay);
}

/** Goes on to what was decided, and tells it. */
function leave(connection, event, delay) {
  var cause = event.cause,
    code = event.code,
    willReconnect = event.willReconnect;
  connection.link = connection.giveUp = null;
  post(connection, 'onClose', event);
  if (willReconnect) {
    enter(connection, 'waiting');
    schedule(connection, delay, function () {
      return connect(connection);
    });
    post(connection, 'onReconnect', { attempt: ++connection.retries, delay: delay, cause: cause });
  } else {
    enter(connection, 'closed');
    schedule(connection, Infinity);
    listen(connection, false);
    leaveLine(connection.options);
  }
  var lost = takeLost(connection);
  log(connection, cause, code, delay);
  deliver(connection);
  lost.forEach(function (message) {
    fail(message, PREFIX + (connection.state === 'closed' ? 'task closed' : 'link lost'));
  });
}

/** A connection, and the task that is its face. */
function createTask(options) {
  var task = {
    onOpen: null,
    onMessage: null,
    onError: null,
    onClose: null,
    onReconnect: null,
    on: function (type, handler) {
      return addHandler(connection, type, handler);
    },
    send: function (message) {
      return send(connection, message);
    },
    close: function (given) {
      return close(connection, given);
    },
    reconnect: function () {
      return reconnect(connection);
    },
    state: 'connecting',
    socketTask: null,
    opts: options,
    latency: null,
  };
  var connection = {
    options: options,
    task: task,
    listeners: listeners,
    onShow: null,
    onNetwork: null,
    state: 'connecting',
    link: null,
    isFirst: true,
    giveUp: null,
    retries: 0,
    openedAt: 0,
    lostAt: 0,
    timer: null,
    isAwaiting: false,
    isLastMoment: false,
    since: 0,
    pingedAt: 0,
    due: 0,
    queue: [],
    inFlight: [],
    thinAt: 16,
    added: {},
    posted: [],
    event: null,
    handlers: [],
    isHeld: true,
  };
  listen(connection, true);
  connect(connection);
  // Handlers set in `.then()` or after `await` miss nothing: these hops take as long as theirs on any kind of Promise.
  Promise.resolve()
    .then()
    .then()
    .then()
    .then()
    .then()
    .then(function () {
      return release(connection);
    });
  return task;
}

function close(connection, given) {
  var _a = given || {},
    code = _a.code,
    reason = _a.reason;
  if (connection.state !== 'closed') end(connection, 'user', toCloseCode(code), toReason(reason));
  release(connection);
  settle({ sender: given }, 'success', { errMsg: 'close:ok' });
}

function reconnect(connection) {
  if (connection.state === 'closed') {
    connection.retries = 0;
    listen(connection, true);
    connect(connection);
  } else if (connection.link) end(connection, 'replaced');
  if (connection.state === 'waiting') connect(connection);
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
  var _a = options.min,
    min = _a === void 0 ? 1000 : _a,
    _b = options.max,
    max = _b === void 0 ? 30000 : _b,
    _c = options.factor,
    factor = _c === void 0 ? 2 : _c;
  // 0 times infinity is not a number.
  return function (context) {
    return Math.random() * (Math.min(max, min * Math.pow(factor, context.attempt - 1)) || 0);
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

export { MdeWebsocket, VERSION, backoff, MdeWebsocket as default };
