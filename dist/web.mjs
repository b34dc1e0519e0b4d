/*
 * mde-websocket 2.0.0, MIT licence
 * A WebSocket connection that stays up, for Web pages.
 *
 * import MdeWebsocket from './web';
 */

/** Begins the text of every error of ours. */
var PREFIX = 'mde-websocket: ';

/** What a value is, in the words of our errors; never the value itself, which may be secret. */
function kindOf(value) {
  if (value === null || value === Infinity) return String(value);
  if (typeof value === 'number' && !(value > 0)) return value < 0 ? 'less than 0' : String(value);
  return isBytes(value) ? 'bytes' : typeof value;
}

/** A host may live in another realm, where `instanceof` fails. */
function isBytes(value) {
  return ArrayBuffer.isView(value) || {}.toString.call(value) === '[object ArrayBuffer]';
}

function isData(value) {
  return typeof value === 'string' || isBytes(value);
}

/** The sentence for a value that is not what it must be. */
function mismatch(name, expected, value) {
  return PREFIX + name + ' must be ' + expected + ', got ' + kindOf(value);
}

/**
 * The value, if `expected`, which people read, mentions its kind; else throws a TypeError. So `0` passes as "a number
 * from 0", and `-1`, whose kind is "less than 0", does not.
 */
function checked(name, expected, value) {
  if (expected.indexOf(kindOf(value)) < 0) throw new TypeError(mismatch(name, expected, value));
  return value;
}

var isThere = function () {
  return typeof WebSocket === 'function';
};

function connectSocket(params) {
  var ws = answer(params, function () {
    return new WebSocket(params.url, params.protocols || []);
  });
  if (!ws) return undefined;
  ws.binaryType = 'arraybuffer';
  return {
    send: function (frame) {
      return answer(frame, function () {
        // The standard drops what comes after the end without a word.
        if (ws.readyState !== 1) throw new Error('the WebSocket is not open');
        ws.send(frame.data);
      });
    },
    close: function (frame) {
      return answer(frame, function () {
        return ws.close(frame.code, frame.reason);
      });
    },
    onOpen: function (hear) {
      return ws.addEventListener('open', function () {
        return hear({ header: { 'sec-websocket-protocol': ws.protocol } });
      });
    },
    onMessage: function (listener) {
      return ws.addEventListener('message', listener);
    },
    onError: function (listener) {
      return ws.addEventListener('error', listener);
    },
    onClose: function (listener) {
      return ws.addEventListener('close', listener);
    },
  };
}

/** Does what was asked, and calls back as hosts do. */
function answer(asked, work) {
  var done;
  var told = { errMsg: 'ok' };
  var callback = asked.success;
  try {
    done = work();
  } catch (error) {
    told = error;
    callback = asked.fail;
  }
  if (callback) callback(told);
  if (asked.complete) asked.complete(told);
  return done;
}

var none = function () {
  return undefined;
};
var hearing = { shown: none, hidden: none, network: none };
var isAway = false;

/** A return is told by several events, and passed on once. */
function seen(_a) {
  var type = _a.type;
  var isGone = type === 'pagehide' || document.visibilityState === 'hidden';
  if (isGone !== isAway) hearing[isGone ? 'hidden' : 'shown']();
  isAway = isGone;
}

var change = function (_a) {
  var type = _a.type;
  return hearing.network({ isConnected: type === 'online' });
};

function listenBy(how) {
  if (typeof document !== 'undefined') {
    isAway = document.visibilityState === 'hidden';
    ['visibilitychange', 'resume'].forEach(function (type) {
      return void document[how](type, seen);
    });
    ['pageshow', 'pagehide'].forEach(function (type) {
      return void self[how](type, seen);
    });
  }
  if (typeof self === 'object' && self[how])
    ['online', 'offline'].forEach(function (type) {
      return void self[how](type, change);
    });
}

/** The same listener twice is one, so each of the three turns all on. */
function hear(name, listener) {
  hearing[name] = listener;
  listenBy('addEventListener');
}

var onAppShow = function (listener) {
  return hear('shown', listener);
};
var onAppHide = function (listener) {
  return hear('hidden', listener);
};
var onNetworkStatusChange = function (listener) {
  return hear('network', listener);
};
var offAppShow = function (_) {
  return listenBy('removeEventListener');
};

/** Throws a TypeError that says what is missing, and the cure where it is known, unless there is a host to connect. */
function requireHost() {
  if (isThere()) return;
  throw new TypeError(PREFIX + 'WebSocket' + ' is missing: this is the build for Web');
}

/** What options must be, and of which options that is true, with their defaults. */
var rules = [
  ['a number from 0 or Infinity', { pingTimeout: 15000, minUptime: 5000, queueLimit: 100 }],
  ['a positive number', { pongTimeout: 10000, probeTimeout: 3000, connectTimeout: 10000 }],
  ['a positive number or Infinity', { pingEvery: Infinity }],
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
  rules.forEach(function (_a) {
    var expected = _a[0],
      defaults = _a[1];
    for (var name in defaults) {
      options[name] = checked(name, expected, from[name] === undefined ? defaults[name] : from[name]);
    }
  });
  requireHost();
  return Object.freeze(options);
}

function hasHeartbeat(_a) {
  var pingTimeout = _a.pingTimeout;
  return pingTimeout > 0 && pingTimeout < Infinity;
}

/** Runs the user's callback, if there is one. An error it throws is reported, and `fallback` comes back. */
function callUser(callback, argument, fallback) {
  try {
    return callback ? callback(argument) : fallback;
  } catch (error) {
    report(error);
    return fallback;
  }
}

/** Throws outside our stack, where the host's error hook hears it. */
function report(error) {
  setTimeout(function () {
    throw error;
  }, 0);
}

/** Runs a call. The error it throws, or its promise rejects with, goes to `failed`. */
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

function createEvents(task) {
  return { task: task, added: {}, posted: [], event: null, handlers: [], isHeld: true };
}

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
  if (!type || !(hook in task || hook === 'onState')) {
    checked('type', 'open, message, error, close, reconnect or state', type);
  }
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
  if (events.isHeld && !(last && handlersOf(events, last[0]).length)) return;
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

var keepers = [];

function keeperOf() {
  return keepers[0] || createKeeper();
}

function createKeeper() {
  var keeper = {
    hearers: [],
    owed: [],
    hiddenAt: null,
    offlineAt: null,
    show: {
      hear: function () {
        return shown(keeper);
      },
      isOn: false,
    },
    hide: {
      hear: function () {
        return hidden(keeper);
      },
      isOn: false,
    },
    network: {
      hear: function (status) {
        return changed(keeper, status);
      },
      isOn: false,
    },
  };
  keepers.push(keeper);
  return keeper;
}

/** Begins to tell someone of the app and the network, or stops. */
function attend(keeper, hearer, isOn) {
  keeper.hearers = keeper.hearers
    .filter(function (other) {
      return other !== hearer;
    })
    .concat(isOn ? hearer : []);
  listen(keeper);
}

/** The host is asked for this close again when the app is in front, until it has confirmed it. */
function owe(keeper, ask, isOwed) {
  keeper.owed = keeper.owed
    .filter(function (other) {
      return other !== ask;
    })
    .concat(isOwed ? ask : []);
  listen(keeper);
}

function tell(keeper, news, since) {
  keeper.hearers.forEach(function (hearer) {
    hearer.listeners.told(hearer, news, since);
  });
}

function shown(keeper) {
  var hiddenAt = keeper.hiddenAt,
    owed = keeper.owed;
  keeper.hiddenAt = null;
  keeper.owed = [];
  owed.forEach(function (ask) {
    ask();
  });
  tell(keeper, 'shown', hiddenAt);
  listen(keeper);
}

function hidden(keeper) {
  if (keeper.hiddenAt === null) keeper.hiddenAt = Date.now();
  tell(keeper, 'hidden', null);
}

function changed(keeper, status) {
  var offlineAt = keeper.offlineAt;
  var isThere = !status || status.isConnected !== false;
  keeper.offlineAt = isThere ? null : offlineAt === null ? Date.now() : offlineAt;
  tell(keeper, isThere ? 'online' : 'offline', offlineAt);
}

/** One listener of each kind serves all. A listener that the host cannot remove stays, and serves again. */
function listen(keeper) {
  var isOn = keeper.hearers.length + keeper.owed.length > 0;
  if (!isOn) keeper.hiddenAt = keeper.offlineAt = null;
  turn(keeper.show, isOn, function (hear) {
    if (isOn) onAppShow(hear);
    else if (!isOn) offAppShow();
    else return true;
  });
  // Without a way back, the app would be hidden for good.
  turn(keeper.hide, isOn && keeper.show.isOn, function (hear) {
    if (isOn) onAppHide(hear);
    else return true;
  });
  turn(keeper.network, isOn, function (hear) {
    if (isOn) onNetworkStatusChange(hear);
    else return true;
  });
}

/** `call` answers true where the host has no such method. */
function turn(ear, isOn, call) {
  if (ear.isOn === isOn) return;
  guard(function () {
    if (!call(ear.hear)) ear.isOn = isOn;
  }, ignore);
}

/** Takes the argument of `send`. Data that no host can carry fails at once, and null comes back. */
function toOutgoing(given) {
  var sender = isData(given) ? null : given || {};
  var data = sender ? sender.data : given;
  if (isData(data)) {
    return {
      data: toHostData(data),
      sender: sender,
      isHandedOver: false,
      order: 0,
      link: null,
      refusedBy: null,
      refusal: null,
    };
  }
  var why = mismatch('data', 'a string, an ArrayBuffer or a view', data);
  // A forgotten JSON.stringify shows nowhere else.
  if (!sender.fail && !sender.complete) report(new TypeError(why));
  settle(sender, 'fail', { errMsg: why });
  return null;
}

/** Data as a host takes it: exactly the bytes of a view, never the whole buffer behind it. */
function toHostData(data) {
  return typeof data !== 'string' && ArrayBuffer.isView(data)
    ? data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength)
    : data;
}

/** A new frame for each message: some hosts write into it. */
function toFrame(data) {
  return { data: data };
}

/** Calls the sender's `success` or `fail`, then `complete`. */
function settle(sender, outcome, result) {
  if (!sender) return;
  callUser(sender[outcome], result);
  callUser(sender.complete, result);
}

/** A field of what a host reported. There may be no payload at all when the native side reports a bad status. */
function field(raw, name) {
  return raw ? raw[name] : raw;
}

/** The data of a message; by its own steps and not by `field`, since a message is what there is most of. */
function readData(raw) {
  var message = raw || {};
  return message.data;
}

/** A number or a text of the host's, as text; anything else could throw when it becomes one. */
function toText(value) {
  return /number|string/.test(typeof value) ? String(value) : '';
}

/** Some hosts give it as text, or fill in 0. */
function readCode(raw) {
  var code = parseInt(toText(field(raw, 'code')), 10);
  return code > 0 ? code : 1006;
}

function readReason(raw) {
  return toText(field(raw, 'reason'));
}

/** The text of a host's error or of an exception; `error 12` where there is only a number. */
function readError(raw) {
  var text = toText(raw) || toText(field(raw, 'errMsg')) || toText(field(raw, 'message'));
  text = text || toText(field(raw, 'errCode')) || toText(field(raw, 'errno'));
  return (/^\d+$/.test(text) ? 'error ' : '') + (text || 'unknown error');
}

/** The longest delay that `setTimeout` keeps; a larger one overflows 32 bits and fires at once. */
var LONGEST_DELAY = 0x7fffffff;

/** Calls back after `ms` milliseconds. An earlier call that still waits is cancelled; `Infinity` only cancels. */
function schedule(timed, ms, callback) {
  clearTimeout(timed.timer);
  if (ms < Infinity) timed.timer = setTimeout(callback, Math.min(ms, LONGEST_DELAY));
}

/** How long a host that reported an error has to say with which code it closed. Milliseconds. */
var CLOSE_GRACE = 200;

function createLink(owner) {
  return {
    owner: owner,
    keeper: owner.keeper,
    socketTask: null,
    isRefused: false,
    isHostClosed: false,
    failure: '',
    giveUp: null,
    hangUp: null,
  };
}

/** Takes the host's socket as this link's. */
function adopt(link, socketTask) {
  link.socketTask = socketTask;
  if (link.hangUp) link.hangUp();
  if (link.owner) link.owner.listeners.adopted(link.owner, socketTask);
  socketTask.onOpen(function (raw) {
    return opened(link, raw);
  });
  socketTask.onMessage(function (raw) {
    return received(link, raw);
  });
  // Feishu documents no onError.
  if (socketTask.onError)
    socketTask.onError(function (raw) {
      return failed(link, raw, 'host');
    });
  socketTask.onClose(function (raw) {
    link.isHostClosed = true;
    if (link.hangUp) owe(link.keeper, link.hangUp, false);
    closed(link, raw);
  });
}

function opened(link, raw) {
  var owner = link.owner;
  if (!owner) {
    if (link.hangUp) link.hangUp();
  } else if (!link.giveUp) owner.listeners.opened(owner, raw);
}

function received(link, raw) {
  var data = readData(raw);
  var owner = link.owner;
  if (data === undefined) return;
  // What the opening sets off may be refused, which this message is no answer to.
  if (owner) owner.listeners.heard(owner);
  // A socket that receives is connected, whether or not the host has said so.
  opened(link);
  if (!owner) return;
  if (link.owner) owner.listeners.received(owner, data, raw);
}

/** Hosts differ in whether a close follows an error: it is waited for, to know the real code. */
function failed(link, error, cause) {
  var owner = link.owner;
  var errMsg = readError(error);
  if (!owner) return;
  if (!link.giveUp) {
    link.failure = errMsg;
    link.giveUp = function () {
      return conclude(link, cause, 1006, errMsg, error);
    };
    schedule(link, cause === 'host' ? CLOSE_GRACE : 0, link.giveUp);
  }
  owner.listeners.failed(owner, errMsg, error);
}

function closed(link, raw) {
  var giveUp = function () {
    return conclude(link, 'host', readCode(raw), readReason(raw) || link.failure, raw);
  };
  giveUp();
}

function conclude(link, cause, code, reason, raw) {
  var owner = link.owner;
  if (owner) owner.listeners.closed(owner, cause, code, reason, raw);
}

/** Closes the host's socket now, or when it arrives or opens all the same; nothing of it is reported any more. */
function closeLink(link, code, reason) {
  link.owner = null;
  schedule(link, Infinity);
  if (!link.isHostClosed && !link.hangUp) askToClose(link, code, reason);
}

/** Tells the host to close the socket. What it reports of that is still heard. */
function askToClose(link, code, reason) {
  var keeper = link.keeper;
  var isRepeated = false;
  var hangUp = function () {
    var socketTask = link.socketTask;
    if (!socketTask || link.isHostClosed) return;
    // Hosts refuse every close while the app is hidden, and may say so only after the return.
    if (keeper.hiddenAt !== null) owe(keeper, hangUp, !link.isRefused);
    guard(function () {
      return socketTask.close({
        code: code,
        reason: reason,
        success: function () {
          return owe(keeper, hangUp, false);
        },
        fail: refused,
      });
    }, refused);
  };
  var refused = function () {
    if (keeper.hiddenAt !== null) owe(keeper, hangUp, !link.isHostClosed && !link.isRefused);
    else if (!isRepeated) {
      isRepeated = true;
      hangUp();
    }
  };
  link.hangUp = hangUp;
  hangUp();
}

/** Hands data to the host, which says whether it took it. */
function sendOver(link, data, taken, refused) {
  var frame = toFrame(data);
  var thrown = function (error) {
    return refused({ errMsg: readError(error) });
  };
  frame.success = taken;
  frame.fail = refused;
  try {
    var returned = link.socketTask.send(frame);
    if (isThenable(returned)) returned.then(ignore, thrown);
  } catch (error) {
    thrown(error);
  }
}

function createOutbox(owner) {
  return {
    owner: owner,
    link: null,
    isClosed: false,
    queue: [],
    inFlight: [],
    thinAt: 16,
    pings: 0,
    handedOver: 0,
    taken: 0,
  };
}

/** An attempt that has failed carries nothing, though it has not ended yet. */
function isUp(_a) {
  var link = _a.link;
  return !!link && !link.giveUp;
}

function isReady(outbox) {
  return isUp(outbox) && !outbox.owner.heartbeat.isSuspect;
}

/** Hosts refuse everything while the app is hidden. */
function isHidden(_a) {
  var options = _a.options,
    keeper = _a.keeper;
  return options.wake && keeper.hiddenAt !== null;
}

function send(outbox, given) {
  var queue = outbox.queue;
  var message = toOutgoing(given);
  if (!message) return false;
  if (!queue.length && isReady(outbox)) return handOver(outbox, message);
  // A message goes behind those before it, and ahead of those that their callbacks send.
  queue.push(message);
  flush(outbox);
  shed(outbox);
  return message.isHandedOver;
}

/** The oldest is dropped where there are too many. */
function shed(_a) {
  var queue = _a.queue,
    isClosed = _a.isClosed,
    owner = _a.owner;
  if (queue.length > (isClosed ? 0 : owner.options.queueLimit)) {
    fail(queue.shift(), { errMsg: PREFIX + (isClosed ? 'task closed' : 'queue full') });
  }
}

function flush(outbox) {
  while (outbox.queue.length && isReady(outbox)) handOver(outbox, outbox.queue.shift());
}

function handOver(outbox, message) {
  var link = outbox.link,
    owner = outbox.owner;
  var order = ++outbox.handedOver;
  var wasHidden = isHidden(owner);
  message.isHandedOver = true;
  // A burst costs no more than its length.
  if (message.sender && outbox.inFlight.push(message) > outbox.thinAt) {
    outbox.inFlight = outbox.inFlight.filter(function (other) {
      return other.sender && other.isHandedOver;
    });
    outbox.thinAt = 2 * outbox.inFlight.length + 16;
  }
  message.order = order;
  message.link = link;
  transmit(
    outbox,
    message.data,
    function (result) {
      if (message.order === order && message.isHandedOver) took(outbox, message, result);
    },
    function (error) {
      if (message.order === order && message.isHandedOver) refused(outbox, message, error, wasHidden);
    }
  );
  return message.isHandedOver;
}

/** The clock is read for servers that must hear the client. */
function transmit(_a, data, taken, denied) {
  var owner = _a.owner,
    link = _a.link;
  if (owner.options.pingEvery < Infinity) owner.sentAt = Date.now();
  sendOver(link, data, taken, denied);
}

/** The host took a message. Earlier ones that it refused come too late. */
function took(outbox, message, result) {
  var order = message.order;
  if (outbox.taken < order) outbox.taken = order;
  failRefused(outbox, function (other) {
    return other.order < outbox.taken;
  });
  finish(message, 'success', result);
}

/** A message that the host did not take keeps its place, unless it was tried twice or a later one was taken. */
function refused(outbox, message, error, wasHidden) {
  var owner = outbox.owner,
    link = outbox.link;
  var queueLimit = owner.options.queueLimit;
  var isExcused = wasHidden || isHidden(owner);
  var isCurrent = message.link === link && hasHeartbeat(owner.options);
  message.refusal = error;
  var isKept = isCurrent && queueLimit && message.order > outbox.taken && (isExcused || !message.refusedBy);
  if (isKept && !isExcused) message.refusedBy = link;
  // The message is back before the ping goes out: a handler of its refusal may close the task.
  if (isKept) takeBack(outbox, message);
  // The doubt comes before any callback, which may send.
  if (isCurrent) owner.listeners.doubted(owner);
  if (isKept) shed(outbox);
  else fail(message, error);
}

/** Refused messages go back to the head of the queue, in the order in which they were given. */
function takeBack(outbox, message) {
  var queue = outbox.queue,
    link = outbox.link;
  var at = 0;
  while (at < queue.length && queue[at].link === link && queue[at].order < message.order) at++;
  message.isHandedOver = false;
  queue.splice(at, 0, message);
}

/** Only messages at the head have been with the host of this link. */
function failRefused(_a, isMeant) {
  var queue = _a.queue,
    link = _a.link;
  while (link && queue.length && queue[0].link === link && isMeant(queue[0])) {
    var message = queue.shift();
    fail(message, message.refusal);
  }
}

/** The link is alive: what the host refused it does not want, and the rest goes out. */
function clear(outbox) {
  failRefused(outbox, function (_a) {
    var refusedBy = _a.refusedBy,
      link = _a.link;
    return refusedBy === link;
  });
  flush(outbox);
}

function pingData(_a) {
  var pingMsg = _a.pingMsg;
  return toHostData(
    callUser(
      function () {
        return typeof pingMsg === 'function' ? checked('pingMsg()', 'a string or bytes', pingMsg()) : pingMsg;
      },
      0,
      'heartbeat'
    )
  );
}

/** Pings, over a suspect link too. Only the refusal of the last ping counts. */
function ping(outbox) {
  var owner = outbox.owner;
  var data = pingData(owner.options);
  var link = outbox.link;
  var order = ++outbox.pings;
  var wasHidden = isHidden(owner);
  if (!isUp(outbox)) return;
  transmit(outbox, data, ignore, function (error) {
    if (outbox.link !== link || outbox.pings !== order) return;
    owner.listeners.pingRefused(owner, error, wasHidden || isHidden(owner));
  });
}

/** Takes out the messages that are lost with the link, and once it is closed those that waited for the next. */
function takeLost(outbox) {
  var lost = outbox.inFlight.filter(function (message) {
    return message.isHandedOver;
  });
  outbox.inFlight = [];
  return outbox.isClosed ? lost.concat(outbox.queue.splice(0)) : lost;
}

/** Calls the sender's callbacks; only the first call for a message has an effect. */
function finish(message, outcome, result) {
  var sender = message.sender;
  message.sender = null;
  settle(sender, outcome, result);
}

function fail(message, error) {
  finish(message, 'fail', error);
}

/** A timer later than this was suspended with the app, so its lateness says nothing about the link. Milliseconds. */
var LATE = 500;

/** The heartbeat of a link that has just opened, after so many milliseconds. */
function startHeartbeat(owner, openingTook) {
  var now = Date.now();
  owner.sentAt = now;
  var heartbeat = {
    owner: owner,
    openingTook: openingTook,
    isAwaiting: false,
    isSuspect: false,
    isBack: false,
    hasSlept: false,
    isLastMoment: false,
    deadline: 0,
    heardAt: now,
    pingedAt: 0,
    unproven: owner.options.minUptime,
    pause: 0,
    due: now,
  };
  wait(heartbeat, Infinity);
  return heartbeat;
}

/** The one timer is set anew. */
function wait(heartbeat, ms) {
  var owner = heartbeat.owner,
    due = heartbeat.due,
    pause = heartbeat.pause;
  var _a = owner.options,
    pingTimeout = _a.pingTimeout,
    pingEvery = _a.pingEvery;
  var now = Date.now();
  // Of the timer that is dropped, what has passed counts too.
  heartbeat.unproven -= Math.min(pause, Math.max(0, now - due + pause));
  var unsent = Math.max(0, owner.sentAt + pingEvery - now);
  var next = Math.min(ms, pingTimeout, pingEvery, unsent);
  heartbeat.pause = Math.min(hasHeartbeat(owner.options) ? next : Infinity, Math.max(0, heartbeat.unproven));
  heartbeat.due = now + heartbeat.pause;
  schedule(owner, heartbeat.pause, function () {
    return look(heartbeat);
  });
}

/** The app slept, or the clock was set. */
function isLate(heartbeat) {
  var now = Date.now();
  return now < heartbeat.heardAt || now - heartbeat.due > LATE;
}

/** The timer fired. */
function look(heartbeat) {
  var isAwaiting = heartbeat.isAwaiting,
    isLastMoment = heartbeat.isLastMoment,
    hasSlept = heartbeat.hasSlept,
    owner = heartbeat.owner,
    pause = heartbeat.pause;
  var _a = owner.options,
    pingTimeout = _a.pingTimeout,
    pingEvery = _a.pingEvery;
  var wasLate = isLate(heartbeat);
  var now = Date.now();
  var silence = now - Math.max(heartbeat.heardAt, heartbeat.pingedAt);
  heartbeat.unproven -= pause;
  heartbeat.pause = 0;
  if (heartbeat.unproven <= 0) {
    heartbeat.unproven = Infinity;
    owner.listeners.lasted(owner);
  }
  if (!hasHeartbeat(owner.options)) wait(heartbeat, Infinity);
  else if (isLastMoment && (hasSlept || !wasLate)) owner.listeners.dead(owner);
  else if (wasLate) suspect(heartbeat, false);
  else if (now - owner.sentAt >= pingEvery) pingNow(heartbeat);
  // The last millisecond is waited for on its own: what the host had in its queue is delivered before it is over.
  else if (isAwaiting && now < heartbeat.deadline - 1) wait(heartbeat, heartbeat.deadline - 1 - now);
  else if (isAwaiting) lastMoment(heartbeat, 1);
  else if (silence >= pingTimeout) pingNow(heartbeat);
  else wait(heartbeat, pingTimeout - silence);
}

function lastMoment(heartbeat, ms) {
  heartbeat.isLastMoment = true;
  wait(heartbeat, ms);
}

/** One more ping does not extend the time of the one that is awaited. */
function pingNow(heartbeat) {
  var isAwaiting = heartbeat.isAwaiting,
    deadline = heartbeat.deadline,
    owner = heartbeat.owner;
  var now = Date.now();
  var latest = now + patience(heartbeat);
  heartbeat.deadline = isAwaiting ? Math.min(deadline, latest) : latest;
  heartbeat.isAwaiting = true;
  heartbeat.isLastMoment = false;
  owner.sentAt = now;
  wait(heartbeat, Math.max(0, heartbeat.deadline - 1 - now));
  askNow(heartbeat);
}

function askNow(heartbeat) {
  heartbeat.pingedAt = Date.now();
  ping(heartbeat.owner.outbox);
}

/** How long the answer may take. */
function patience(_a) {
  var owner = _a.owner,
    isSuspect = _a.isSuspect,
    isBack = _a.isBack,
    openingTook = _a.openingTook;
  var _b = owner.options,
    probeTimeout = _b.probeTimeout,
    pongTimeout = _b.pongTimeout;
  return isSuspect || isBack
    ? Math.min(Math.max(probeTimeout, 2 * owner.task.latency, openingTook), pongTimeout)
    : pongTimeout;
}

/**
 * Doubts the link: it is pinged at once, and dead if nothing comes in time.
 *
 * @param isReturn the app or the network is back
 */
function suspect(heartbeat, isReturn) {
  var isAwaiting = heartbeat.isAwaiting,
    isSuspect = heartbeat.isSuspect,
    hasSlept = heartbeat.hasSlept,
    isLastMoment = heartbeat.isLastMoment;
  var wasLate = isLate(heartbeat);
  heartbeat.isBack = heartbeat.isBack || isReturn;
  heartbeat.isSuspect = true;
  if (isAwaiting && wasLate && hasSlept) {
    if (!isLastMoment) lastMoment(heartbeat, LATE);
  } else if (!isAwaiting || !isSuspect || wasLate) {
    heartbeat.hasSlept = isAwaiting && wasLate;
    if (wasLate || isReturn) heartbeat.isAwaiting = false;
    pingNow(heartbeat);
    return;
  }
  // A ping from the background may have been refused for that alone.
  if (isReturn) askNow(heartbeat);
}

/** The host refused the ping for a reason that says nothing: no answer is waited for. */
function unasked(heartbeat) {
  heartbeat.isAwaiting = heartbeat.isLastMoment = false;
}

/**
 * Something came from the server; answers whether it shows that the link is alive now. The pending timer is left alone:
 * it looks at the time when it fires.
 */
function heard(heartbeat) {
  var owner = heartbeat.owner,
    isSuspect = heartbeat.isSuspect,
    isBack = heartbeat.isBack;
  var now = Date.now();
  if (heartbeat.isAwaiting) owner.task.latency = Math.max(0, now - heartbeat.pingedAt);
  heartbeat.isAwaiting = heartbeat.isLastMoment = heartbeat.hasSlept = false;
  heartbeat.heardAt = now;
  if (!isSuspect) {
    heartbeat.isBack = false;
    return true;
  }
  heartbeat.isSuspect = false;
  // The message may have waited in the host; the answer to one more ping has not.
  if (isBack) pingNow(heartbeat);
  clear(owner.outbox);
  return !isBack;
}

/**
 * Asks the host for a socket. Throws a TypeError where `given` is no object.
 *
 * @param isHeard the callbacks in `given` are called
 */
function dial(link, given, isHeard) {
  var params = {};
  if (!link.owner) return;
  checked('params()', 'an object', given);
  for (var name in given) params[name] = given[name];
  // There are always three callbacks: some frameworks return a SocketTask only to a caller who passes one.
  ['success', 'fail', 'complete'].forEach(function (name) {
    params[name] = function (result) {
      // Some frameworks answer `fail` and reject their promise too.
      if (!link.owner || (name === 'fail' && link.isRefused)) return;
      link.isRefused = link.isRefused || name === 'fail';
      if (isHeard) callUser(given[name], result);
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
  var returned = connectSocket(params);
  take(link, returned);
}

/** Takes the host's answer for this link's socket. */
function take(link, given) {
  var socketTask = given;
  if (socketTask && socketTask.onOpen) {
    adopt(link, socketTask);
  } else if (!link.isRefused) refuse(link, given);
}

/** The host gave no socket, or one that cannot be heard. */
function refuse(link, given) {
  if (given && typeof given.close === 'function') link.socketTask = given;
  var errMsg = mismatch('connectSocket()', 'a SocketTask', given);
  failed(link, errMsg, given ? 'platform' : 'host');
}

/** Asks for the parameters of an attempt, and with them the host for a socket. */
function dialWithParams(owner, link) {
  var options = owner.options,
    trials = owner.trials;
  guard(
    function () {
      var params = options.params;
      var given = typeof params === 'function' ? params(trials.count) : params;
      // Callbacks of an object that is given once are called once, not again at every reconnect.
      var isHeard = owner.isFirst || typeof params === 'function';
      owner.isFirst = false;
      return isThenable(given)
        ? Promise.resolve(given).then(function (settled) {
            return dial(link, settled, isHeard);
          })
        : dial(link, given, isHeard);
    },
    function (error) {
      return failed(link, error, 'params');
    }
  );
}

/** The pause where `reconnectTimeout()` gives none. Milliseconds. */
var DEFAULT_PAUSE = 2000;

function createTrials() {
  return { count: 0, forgiven: 0, lostAt: null };
}

/** The count starts again. */
function anew(trials) {
  trials.count = trials.forgiven = 0;
}

/** An attempt has ended. */
function count(trials, wasOpen, isForgiven) {
  if (wasOpen || trials.lostAt === null) trials.lostAt = Date.now();
  if (trials.count && isForgiven) trials.forgiven++;
}

/** Whether an attempt that ended is followed by another. */
function mayRetry(trials, options, close) {
  var repeatLimit = options.repeatLimit,
    shouldReconnect = options.shouldReconnect;
  var isSpent = repeatLimit !== null && trials.count - trials.forgiven >= repeatLimit;
  return !isSpent && !!callUser(shouldReconnect, close, true);
}

/** The pause before the next attempt, in milliseconds. */
function pauseAfter(trials, options, close) {
  var reconnectTimeout = options.reconnectTimeout;
  if (typeof reconnectTimeout === 'number') return reconnectTimeout;
  var elapsed = Math.max(0, Date.now() - trials.lostAt);
  return callUser(
    function (context) {
      return checked('reconnectTimeout()', 'a number from 0', reconnectTimeout(context));
    },
    { attempt: trials.count + 1, elapsed: elapsed, close: close },
    DEFAULT_PAUSE
  );
}

/** The least pause while the host says that there is no network, which is sometimes wrong. Milliseconds. */
var OFFLINE_PAUSE = 30000;

/** An attempt that was under way while the app or the network was away for so long is not worth waiting for. Milliseconds. */
var STALE_AFTER = 1000;

function createConnection(options, task) {
  var connection = {
    options: options,
    keeper: keeperOf(),
    listeners: listeners,
    task: task,
    events: createEvents(task),
    outbox: null,
    trials: createTrials(),
    state: 'connecting',
    isFirst: true,
    link: null,
    heartbeat: null,
    begunAt: 0,
    sentAt: 0,
    isEager: false,
    mayHurry: true,
    timer: null,
  };
  connection.outbox = createOutbox(connection);
  return connection;
}

function enter(connection, state) {
  var previous = connection.state;
  connection.state = connection.task.state = state;
  if (previous !== state) post(connection.events, 'onState', { state: state, previous: previous });
}

/** A transition is complete: whoever listens hears of it. */
function announce(connection, cause, code, delay) {
  var options = connection.options,
    state = connection.state,
    trials = connection.trials,
    events = connection.events;
  callUser(options.logger, { state: state, attempt: trials.count, cause: cause, code: code, delay: delay });
  deliver(events);
}

/** Whether the app and the network are heard. */
function attendTo(connection, isOn) {
  if (connection.options.wake) attend(connection.keeper, connection, isOn);
}

/** Begins an attempt: the first of all, or the next. */
function connect(connection) {
  var options = connection.options,
    outbox = connection.outbox;
  attendTo(connection, true);
  var link = createLink(connection);
  enter(connection, 'connecting');
  connection.link = link;
  connection.task.socketTask = null;
  connection.begunAt = Date.now();
  outbox.isClosed = false;
  schedule(connection, options.connectTimeout, function () {
    return end(connection, 'connect-timeout');
  });
  announce(connection);
  if (connection.link === link) dialWithParams(connection, link);
}

/** Drops the link, if there is one, or ends the wait, and connects with a fresh count. */
function reconnect(connection) {
  var link = connection.link,
    trials = connection.trials;
  if (link) {
    end(connection, 'replaced');
    // Whoever heard of it may have closed the task.
    if (connection.state === 'waiting') connect(connection);
  } else {
    anew(trials);
    trials.lostAt = null;
    connect(connection);
  }
}

/** The app or the network is back: someone is waiting in front of a screen. */
function back(connection, awaySince) {
  var link = connection.link,
    trials = connection.trials,
    state = connection.state,
    begunAt = connection.begunAt;
  var now = Date.now();
  anew(trials);
  connection.isEager = state !== 'connecting';
  if (link && link.giveUp) link.giveUp();
  else if (state === 'open') doubt(connection, true);
  else if (link && awaySince !== null && now - Math.max(awaySince, begunAt) >= STALE_AFTER) {
    end(connection, 'stale');
    connection.isEager = true;
  }
  if (connection.state === 'waiting') connect(connection);
}

/** Only pings go over a link that is in doubt, until the server speaks. False where nothing can be asked. */
function doubt(connection, isReturn) {
  var heartbeat = connection.heartbeat,
    link = connection.link,
    options = connection.options;
  var canAsk = !!heartbeat && hasHeartbeat(options) && !link.giveUp;
  if (canAsk) suspect(heartbeat, isReturn);
  return canAsk;
}

var listeners = {
  adopted: function (connection, socketTask) {
    connection.task.socketTask = socketTask;
  },
  opened: function (connection, raw) {
    var events = connection.events,
      outbox = connection.outbox,
      begunAt = connection.begunAt,
      keeper = connection.keeper;
    if (connection.state === 'open') return;
    enter(connection, 'open');
    keeper.offlineAt = null;
    outbox.link = connection.link;
    connection.heartbeat = startHeartbeat(connection, Math.max(0, Date.now() - begunAt));
    post(events, 'onOpen', { raw: raw });
    announce(connection);
    flush(outbox);
  },
  heard: function (connection) {
    var heartbeat = connection.heartbeat,
      keeper = connection.keeper,
      link = connection.link;
    keeper.offlineAt = null;
    if (link.giveUp) return;
    connection.mayHurry = true;
    if (!heartbeat || heard(heartbeat)) connection.isEager = false;
  },
  received: function (connection, data, raw) {
    var link = connection.link,
      options = connection.options,
      events = connection.events;
    if (connection.state !== 'open') return;
    if (callUser(options.isPong, data) || connection.link !== link) return;
    emit(events, 'onMessage', { data: data, raw: raw });
  },
  failed: function (connection, errMsg, raw) {
    schedule(connection, Infinity);
    emit(connection.events, 'onError', { errMsg: errMsg, raw: raw });
  },
  closed: end,
  doubted: function (connection) {
    return doubt(connection, false);
  },
  lasted: function (connection) {
    anew(connection.trials);
  },
  dead: function (connection) {
    end(connection, 'pong-timeout');
  },
  // Hosts refuse everything in the background; elsewhere a refusal is an answer.
  pingRefused: function (connection, error, isExcused) {
    var heartbeat = connection.heartbeat,
      link = connection.link;
    if (isExcused) {
      unasked(heartbeat);
    } else if (!link.giveUp) {
      connection.isEager = connection.isEager || connection.mayHurry;
      connection.mayHurry = false;
      failed(link, error, 'host');
    }
  },
  told: function (connection, news, since) {
    if (news === 'shown' || news === 'online') back(connection, since);
    else if (news === 'offline') doubt(connection, false);
  },
};

/** Ends the attempt of the moment, or the wait for one, and decides what comes next. */
function end(connection, cause, code, reason, raw) {
  var link = connection.link,
    options = connection.options,
    trials = connection.trials,
    keeper = connection.keeper,
    state = connection.state;
  var wasOpen = state === 'open';
  var isAgain = /replaced|stale/.test(cause);
  var event = {
    code: code || 1006,
    reason: reason || '',
    cause: cause,
    wasOpen: wasOpen,
    willReconnect: isAgain,
    raw: raw,
  };
  var delay = 0;
  connection.outbox.link = null;
  if (link) closeLink(link, cause === 'user' ? event.code : 1000, cause === 'user' ? event.reason : cause);
  // A host may report the close at once, to listeners of the application that do as those who are asked below.
  if (connection.link !== link) return;

  if (isAgain) anew(trials);
  else count(trials, wasOpen, options.wake && (keeper.hiddenAt !== null || keeper.offlineAt !== null));
  if (cause === 'replaced') trials.lostAt = null;
  if (/host|timeout|params/.test(cause)) {
    event.willReconnect = mayRetry(trials, options, event);
    if (event.willReconnect && connection.link === link) delay = pause(connection, event);
  }
  // Whoever was asked may have called close() or reconnect(), and so ended this attempt already.
  if (connection.link === link) leave(connection, event, delay);
}

/** The pause before the next attempt; none where someone is waiting and the link was open. */
function pause(_a, event) {
  var isEager = _a.isEager,
    trials = _a.trials,
    options = _a.options,
    keeper = _a.keeper;
  var delay = event.wasOpen && isEager ? 0 : pauseAfter(trials, options, event);
  return options.wake && keeper.offlineAt !== null ? Math.max(delay, OFFLINE_PAUSE) : delay;
}

/** Goes on to what was decided, and tells it. */
function leave(connection, event, delay) {
  var events = connection.events,
    outbox = connection.outbox,
    trials = connection.trials;
  var cause = event.cause,
    code = event.code,
    willReconnect = event.willReconnect;
  var isAgain = /replaced|stale/.test(cause);
  connection.link = connection.heartbeat = null;
  connection.isEager = false;
  enter(connection, willReconnect ? 'waiting' : 'closed');
  post(events, 'onClose', event);
  if (willReconnect) {
    schedule(connection, delay, function () {
      return connect(connection);
    });
    if (!isAgain) trials.count++;
    post(events, 'onReconnect', { attempt: trials.count, delay: delay, cause: cause });
  } else {
    outbox.isClosed = true;
    schedule(connection, Infinity);
    attendTo(connection, false);
  }
  var lost = takeLost(outbox);
  announce(connection, cause, code, delay);
  lost.forEach(function (message) {
    fail(message, { errMsg: PREFIX + (connection.state === 'closed' ? 'task closed' : 'link lost') });
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
      return addHandler(connection.events, type, handler);
    },
    send: function (message) {
      return send(connection.outbox, message);
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
  var connection = createConnection(options, task);
  connect(connection);
  afterTheirHandlers(function () {
    return release(connection.events);
  });
  return task;
}

/** Handlers set in `.then()` or after `await` come first: these hops take as long as theirs on any kind of Promise. */
function afterTheirHandlers(call) {
  var hops = Promise.resolve();
  for (var i = 0; i < 5; i++) hops = hops.then();
  hops.then(call);
}

function close(connection, given) {
  var _a = given || {},
    code = _a.code,
    reason = _a.reason;
  if (connection.state !== 'closed') end(connection, 'user', toCloseCode(code), toReason(reason));
  release(connection.events);
  settle(given, 'success', { errMsg: 'close:ok' });
}

/** Hosts refuse every other code, and then do not close. */
function toCloseCode(code) {
  return code >= 3000 && code < 5000 && code % 1 === 0 ? +code : 1000;
}

/** At most 123 bytes of UTF-8, which is what a close frame holds, and never half a character. */
function toReason(reason) {
  var left = 123;
  return toText(reason).replace(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g, function (character) {
    left -= character.length > 1 ? 4 : character < '\u0080' ? 1 : character < '\u0800' ? 2 : 3;
    return left < 0 ? '' : character;
  });
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
