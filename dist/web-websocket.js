/*
 * mde-websocket 2.0.0, MIT licence
 * The standard WebSocket class over the host's own sockets, for Web pages.
 *
 * const { Socket, network } = require('./web-websocket');
 */

'use strict';

/** As text that UTF-8 can carry: half of a surrogate pair on its own becomes U+FFFD. */
function toScalars(value) {
  return String(value).replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, function (found) {
    return found[1] ? found : '\ufffd';
  });
}

/** How many bytes a text is in UTF-8; each half of a surrogate pair makes two of the four. */
function utf8Length(text) {
  var bytes = 0;
  for (var i = 0; i < text.length; i++) {
    var unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || unit >> 11 === 0xd800 >> 11 ? 2 : 3;
  }
  return bytes;
}

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

/** An error with the name and the code of a DOMException, which no mini-program host has. */
function failure(name, code, message) {
  var error = new Error(PREFIX + message);
  error.name = name;
  error.code = code;
  return error;
}

/** Scheme, user and password, host, port, path and query. Without a fragment; no host of a URL contains more than this. */
var ADDRESS = /^(?:ws|http)(s?):\/\/([^/?#@]*@)?([\w!$&'()*+,.;=~-]+|\[[\da-f:.]+\])(?::(\d*))?([/?][^#]*)?$/i;

/** A token. Source: RFC 9110, section 5.6.2 */
var TOKEN = /^[!#-'*+.\w^`|~-]+$/;

/** The address of a server as the standard writes it. There is no base that a relative one could refer to. */
function toAddress(url) {
  var found = toScalars(url)
    .replace(/^[^!-\uffff]+|[^!-\uffff]+$|[\t\n\r]/g, '')
    .match(ADDRESS);
  if (!found || +found[4] > 0xffff) {
    throw syntaxError('url must be wss://, ws://, https:// or http:// with a host and without a fragment');
  }
  var secure = found[1],
    user = found[2],
    host = found[3],
    port = found[4],
    path = found[5];
  var isDefault = !port || +port === (secure ? 443 : 80);
  var origin = 'ws' + secure.toLowerCase() + '://' + (user || '') + host.toLowerCase() + (isDefault ? '' : ':' + +port);
  return (
    origin +
    (path || '').replace(/^(?!\/)/, '/').replace(/[^!-~]+|["<>]/g, function (part) {
      return encodeURIComponent(part);
    })
  );
}

/** The names of the subprotocols that are asked for. */
function toProtocols(protocols) {
  var names = [].concat(protocols === undefined ? [] : protocols).map(String);
  var lower = names.map(function (name) {
    return name.toLowerCase();
  });
  names.forEach(function (name, i) {
    if (!TOKEN.test(name) || lower.indexOf(lower[i]) < i)
      throw syntaxError('protocols must be tokens, each of them once');
  });
  return names;
}

function syntaxError(message) {
  return failure('SyntaxError', 12, message);
}

/** What is bound where nothing was. Milliseconds. */
function defaultsFor() {
  return {
    openTimeout: 10000,
    closeTimeout: 2000,
    idleTimeout: Infinity,
    layers: [],
  };
}

/** What was bound before, and what is bound now; throws a TypeError that names the option which is wrong. */
function extend(before, options) {
  var given = options;
  var settings = {
    layers: before.layers.concat(
      given.params === undefined ? [] : checked('params', 'an object or a function', given.params)
    ),
  };
  ['openTimeout', 'closeTimeout', 'idleTimeout'].forEach(function (name) {
    settings[name] =
      given[name] === undefined ? before[name] : checked(name, 'a positive number or Infinity', given[name]);
  });
  return settings;
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

/**
 * What listeners are told. Clients that pass an event on make another of it, `new event.constructor(event.type, event)`,
 * which has the same fields.
 */
function SocketEvent(type, fields) {
  for (var name in fields) this[name] = fields[name];
  this.type = String(type);
  this.target = this.currentTarget = null;
  this.timeStamp = Date.now();
  this.isStopped = false;
}

SocketEvent.prototype = {
  constructor: SocketEvent,
  bubbles: false,
  cancelable: false,
  preventDefault: ignore,
  stopPropagation: ignore,
  stopImmediatePropagation: function () {
    this.isStopped = true;
  },
};

/** What all event targets have; each keeps its record out of sight. */
function EventTarget(record) {
  record.face = this;
  Object.defineProperty(this, 'mde', { value: record });
}

EventTarget.prototype = {
  addEventListener: function (type, callback, options) {
    addListener(this.mde, type, checked('listener', 'a function, an object or null', callback || null), options);
  },
  removeEventListener: function (type, callback, options) {
    removeListener(this.mde, type, callback, options);
  },
  dispatchEvent: function (event) {
    dispatch(this.mde, event);
    return !event.defaultPrevented;
  },
};

function createListener(type, callback, options) {
  var given = options || {};
  return {
    type: String(type),
    callback: callback,
    isCapture: options === true || !!given.capture,
    isOnce: !!given.once,
    abortion: given.signal || {},
  };
}

/** The one of the target that counts as the same. */
function twin(_a, _b) {
  var attached = _a.attached;
  var type = _b.type,
    callback = _b.callback,
    isCapture = _b.isCapture;
  return attached.filter(function (other) {
    return other.type === type && other.callback === callback && other.isCapture === isCapture;
  })[0];
}

function addListener(record, type, callback, options) {
  var listener = createListener(type, callback, options);
  if (callback && !twin(record, listener)) record.attached = record.attached.concat(listener);
  thin(record);
}

function removeListener(record, type, callback, options) {
  var listener = twin(record, createListener(type, callback, options));
  if (listener) listener.abortion = { aborted: true };
  thin(record);
}

/** Lets go of the listeners that are gone. */
function thin(record) {
  record.attached = record.attached.filter(function (_a) {
    var abortion = _a.abortion;
    return !abortion.aborted;
  });
  record.counted();
}

function emit(record, type, fields) {
  dispatch(record, new SocketEvent(type, fields));
}

function dispatch(record, event) {
  var face = record.face,
    attached = record.attached;
  event.target = event.currentTarget = face;
  attached.forEach(function (listener) {
    var callback = listener.callback,
      abortion = listener.abortion;
    var isHandler = typeof callback === 'string';
    var called = isHandler ? record[callback] : callback;
    if (listener.type !== event.type || event.isStopped) return;
    if (listener.isOnce) listener.abortion = { aborted: true };
    if (listener.abortion.aborted) thin(record);
    if (abortion.aborted) return;
    callUser(function () {
      if (typeof called === 'function') called.call(face, event);
      else if (!isHandler) called.handleEvent(event);
    });
  });
  event.currentTarget = null;
}

/** The longest delay that `setTimeout` keeps; a larger one overflows 32 bits and fires at once. */
var LONGEST_DELAY = 0x7fffffff;

/** Calls back after `ms` milliseconds. An earlier call that still waits is cancelled; `Infinity` only cancels. */
function schedule(timed, ms, callback) {
  clearTimeout(timed.timer);
  if (ms < Infinity) timed.timer = setTimeout(callback, Math.min(ms, LONGEST_DELAY));
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

/** The subprotocol in the header of the server's answer, empty where the host does not give it. */
function readProtocol(raw) {
  var header = field(raw, 'header');
  for (var name in header) if (/^sec-websocket-protocol$/i.test(name)) return toText(header[name]);
  return '';
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
      callUser(given[name], result);
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

/** Throws a TypeError that says what is missing, and the cure where it is known, unless there is a host to connect. */
function requireHost() {
  if (isThere()) return;
  throw new TypeError(PREFIX + 'WebSocket' + ' is missing: this is the build for Web');
}

var CONNECTING = 0;
var OPEN = 1;
var CLOSING = 2;
var CLOSED = 3;

/** What may be left of `idleTimeout` when the app is back in front. Milliseconds. */
var IDLE_AFTER_RETURN = 5000;

/** How often silence is counted. Milliseconds. */
var IDLE_STEP = 1000;

/** Sockets that hosts allow at once. Source: developers.weixin.qq.com, opendocs.alipay.com and others, connectSocket */
var HOST_LIMIT = 5;

function createSocket(settings, url, protocols) {
  requireHost();
  var record = {
    settings: settings,
    keeper: keeperOf(),
    listeners: listeners,
    protocols: protocols,
    link: null,
    ownClose: null,
    isAsking: false,
    hasOpened: false,
    patience: settings.idleTimeout,
    steppedAt: 0,
    face: null,
    attached: [],
    counted: ignore,
    readyState: CONNECTING,
    url: url,
    protocol: '',
    extensions: '',
    bufferedAmount: 0,
    binaryType: 'blob',
    onopen: null,
    onmessage: null,
    onerror: null,
    onclose: null,
  };
  record.link = createLink(record);
  attend(record.keeper, record, true);
  // A host may answer at once, and nothing is reported before the constructor has returned.
  schedule(record, 0, function () {
    schedule(record, settings.openTimeout, function () {
      return giveUp(record, 'not open after ' + settings.openTimeout + ' ms');
    });
    guard(
      function () {
        return dial(record.link, paramsOf(record), true);
      },
      function (error) {
        return failed(record.link, error, 'params');
      }
    );
  });
  return record;
}

/** What `connectSocket` is asked for. */
function paramsOf(record) {
  var settings = record.settings,
    protocols = record.protocols,
    url = record.url;
  var params = {};
  settings.layers.forEach(function (layer) {
    var given = typeof layer === 'function' ? layer() : layer;
    if (isThenable(given)) throw new TypeError(mismatch('params()', 'an object at once', given));
    checked('params()', 'an object', given);
    for (var name in given) params[name] = given[name];
  });
  params.url = url;
  if (protocols.length) params.protocols = protocols;
  return params;
}

/** Ends it now, for a reason of ours if it has not failed already. */
function giveUp(_a, why) {
  var link = _a.link;
  if (!link.giveUp) failed(link, PREFIX + why, 'connect-timeout');
  if (link.giveUp) link.giveUp();
}

/** Counts silence in steps, so that a program that slept has not waited longer. */
function watch(record) {
  var patience = record.patience;
  // The last millisecond is waited for on its own: what the host had in its queue is delivered before it is over.
  var step = Math.min(IDLE_STEP, patience - 1) || 1;
  record.steppedAt = Date.now();
  schedule(record, patience < Infinity ? step : Infinity, function () {
    record.patience -= step;
    if (record.patience > 0) watch(record);
    else giveUp(record, 'no message within idleTimeout');
  });
}

/** How much of the present step has passed, whatever became of the clock. */
function passed(_a) {
  var steppedAt = _a.steppedAt;
  return Math.max(0, Math.min(Date.now() - steppedAt, IDLE_STEP));
}

var listeners = {
  adopted: ignore,
  opened: function (record, raw) {
    var protocols = record.protocols;
    if (record.readyState !== CONNECTING) return;
    record.protocol = readProtocol(raw) || (protocols.length > 1 ? '' : protocols[0] || '');
    record.readyState = OPEN;
    record.hasOpened = true;
    watch(record);
    emit(record, 'open');
  },
  heard: function (record) {
    if (record.hasOpened) record.patience = record.settings.idleTimeout + passed(record);
  },
  received: function (record, data) {
    if (record.readyState === OPEN) emit(record, 'message', { data: data });
  },
  failed: function (record) {
    record.readyState = CLOSING;
  },
  closed: function (record, _cause, code, _reason, raw) {
    var reason = readReason(raw);
    record.readyState = CLOSING;
    // Within close() nothing is told.
    if (record.isAsking)
      schedule(record, 0, function () {
        return finish(record, code, reason);
      });
    else finish(record, code, reason);
  },
  doubted: function () {
    return false;
  },
  told: function (record, news) {
    if (news !== 'shown' || record.readyState !== OPEN || record.patience === Infinity) return;
    record.patience = Math.min(record.patience - passed(record), IDLE_AFTER_RETURN);
    watch(record);
  },
};

/** The host has closed it, or will not say so any more. */
function finish(record, code, reason) {
  var hasOpened = record.hasOpened,
    ownClose = record.ownClose,
    link = record.link;
  var failure = link.failure;
  if (!hasOpened)
    endSocket(record, 1006, '', false, (failure || reason || PREFIX + 'closed by the host') + limitOf(record));
  else if (failure) endSocket(record, code, reason, false, failure);
  else if (ownClose) endSocket(record, ownClose.code, ownClose.reason, true);
  else endSocket(record, code, reason, code !== 1006);
}

/** Hosts do not always say so when there are too many sockets. */
function limitOf(_a) {
  var keeper = _a.keeper;
  var count = keeper.hearers.filter(function (hearer) {
    return hearer.listeners === listeners;
  }).length;
  return count > HOST_LIMIT ? '; the limit of the host is reached: ' + count + ' sockets' : '';
}

function endSocket(record, code, reason, wasClean, message) {
  var keeper = record.keeper,
    link = record.link;
  record.readyState = CLOSED;
  schedule(record, Infinity);
  attend(keeper, record, false);
  closeLink(link, 1000, reason);
  if (message) emit(record, 'error', { message: message });
  emit(record, 'close', { code: code, reason: reason, wasClean: wasClean });
}

/** Whether it took the data is for the host to say. */
function sendData(record, data, size) {
  var link = record.link;
  record.bufferedAmount += size;
  if (record.readyState !== OPEN) return;
  sendOver(
    link,
    data,
    function () {
      record.bufferedAmount -= size;
      size = 0;
    },
    function (error) {
      return failed(link, error, 'host');
    }
  );
}

/** A code that is NaN is none. */
function startClose(record, code, reason) {
  var readyState = record.readyState,
    settings = record.settings,
    link = record.link;
  if (readyState > OPEN) return;
  record.readyState = CLOSING;
  if (readyState === CONNECTING) {
    schedule(record, Infinity);
    failed(link, PREFIX + 'closed before it was open', 'user');
    return;
  }
  record.ownClose = { code: code || 1005, reason: reason };
  schedule(record, settings.closeTimeout, function () {
    return endSocket(record, 1006, '', false);
  });
  record.isAsking = true;
  askToClose(link, code || 1000, reason);
  record.isAsking = false;
}

/** A class of sockets with these settings, as a subclass of another. */
function createClass(settings, parent) {
  var made = function WebSocket(url) {
    // biome-ignore lint/complexity/noArguments: a rest parameter is a loop in ES5, and the standard's `length` is 1.
    var given = arguments;
    if (!(this instanceof made) || !given.length) throw new TypeError(PREFIX + 'write new WebSocket(url)');
    EventTarget.call(this, createSocket(settings, toAddress(url), toProtocols(given[1])));
  };
  made.prototype = Object.create(parent.prototype);
  made.prototype.constructor = made;
  made.with = function (options) {
    return createClass(extend(settings, options), made);
  };
  ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'].forEach(function (name, value) {
    Object.defineProperty(made, name, { value: value, enumerable: true });
    Object.defineProperty(made.prototype, name, { value: value, enumerable: true });
  });
  return made;
}

/** Members that all classes have in common. */
function Sockets() {}

var methods = Object.create(EventTarget.prototype);
Sockets.prototype = methods;

['url', 'readyState', 'protocol', 'extensions', 'bufferedAmount'].forEach(function (name) {
  attribute(name);
});
attribute('binaryType', function (record, value) {
  if (/^(blob|arraybuffer)$/.test(value)) record.binaryType = value;
});
['open', 'message', 'error', 'close'].forEach(function (type) {
  var name = 'on' + type;
  attribute(name, function (record, value) {
    record[name] = Object(value) === value ? value : null;
    (record[name] ? addListener : removeListener)(record, type, name);
  });
});

/** An attribute that is in the record under the same name. */
function attribute(name, write) {
  Object.defineProperty(methods, name, {
    enumerable: true,
    configurable: true,
    get: function () {
      return this.mde[name];
    },
    set:
      write &&
      function (value) {
        write(this.mde, value);
      },
  });
}

methods.send = function (data) {
  // biome-ignore lint/complexity/noArguments: a rest parameter is a loop in ES5.
  if (!arguments.length || /Blob|File/.test({}.toString.call(data))) {
    throw new TypeError(mismatch('data', 'a string, an ArrayBuffer or a view', data));
  }
  if (!this.mde.readyState) throw failure('InvalidStateError', 11, 'the socket is still connecting');
  var taken = typeof data !== 'string' && isData(data) ? toHostData(data) : toScalars(data);
  sendData(this.mde, taken, typeof taken === 'string' ? utf8Length(taken) : taken.byteLength);
};

methods.close = function (code, reason) {
  var text = reason === undefined ? '' : toScalars(reason);
  var number = Math.round(code);
  if (code !== undefined && number !== 1000 && !(number >= 3000 && number < 5000)) {
    throw failure('InvalidAccessError', 15, 'the code must be 1000, or 3000 to 4999');
  }
  if (utf8Length(text) > 123) throw syntaxError('the reason must be at most 123 bytes');
  startClose(this.mde, number, text);
};

var symbols = typeof Symbol === 'function' ? Symbol : {};
if (symbols.toStringTag) methods[symbols.toStringTag] = 'WebSocket';

/** An event target of the app and the network. The host is asked for them while there is a listener. */
function createTarget() {
  var record = {
    face: null,
    attached: [],
    counted: function () {
      requireHost();
      attend(keeperOf(), record, !!record.attached.length);
    },
    listeners: {
      told: function (_, news) {
        return emit(record, news === 'shown' ? 'visible' : news);
      },
    },
  };
  return new EventTarget(record);
}

var defaults = defaultsFor();

/**
 * The standard `WebSocket` class over the host's sockets, for clients that take one. It is `WebSocket` and `Socket` and
 * the default: in WeChat's modules the first name is taken.
 *
 * @example
 * import { Socket } from 'mde-websocket/__ENTRY__/websocket';
 * const client = createClient({ url: 'wss://example.com/graphql', webSocketImpl: Socket });
 */
var Socket = createClass(defaults, Sockets);

/**
 * Tells of the app and the network by the events `online`, `offline`, `visible` and `hidden`. Every report of the host that
 * there is a network is an `online`.
 *
 * @example
 * network.addEventListener('online', () => client.reconnect());
 */
var network = createTarget();

exports.__esModule = true;
exports.Socket = exports.WebSocket = exports.default = Socket;
exports.network = network;
