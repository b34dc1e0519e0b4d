/*
 * mde-websocket 2.0.0, MIT licence
 * Standard classes and functions that protocol clients look for and mini programs lack, for any host.
 *
 * const { AbortController, AbortSignal, Event } = require('./polyfills');
 */

'use strict';

/** A class in ES5: what makes an object, with these members for all of them. */
function define(make, members) {
  for (var name in members) make.prototype[name] = members[name];
  return make;
}

var last = 0;
var elapsed = 0;

/** The clock that libraries measure with; `now` is all there is of it. */
var performance = {
  /**
   * Milliseconds since the first call. A clock that is set back does not take it back.
   *
   * @example
   * const start = performance.now();
   * work();
   * console.log(performance.now() - start);
   */
  now: function () {
    var time = Date.now();
    if (last && time > last) elapsed += time - last;
    last = time;
    return elapsed;
  },
};

/**
 * An event for an `EventTarget`.
 *
 * @example
 * target.dispatchEvent(new Event('change', { cancelable: true }));
 */
var Event = define(
  function (type, init) {
    var given = init || {};
    this.type = String(type);
    this.bubbles = !!given.bubbles;
    this.cancelable = !!given.cancelable;
    this.composed = !!given.composed;
    this.timeStamp = performance.now();
  },
  {
    target: null,
    currentTarget: null,
    eventPhase: 0,
    defaultPrevented: false,
    isTrusted: false,
    cancelBubble: false,
    preventDefault: function () {
      this.defaultPrevented = this.cancelable;
    },
    stopPropagation: function () {
      this.cancelBubble = true;
    },
    stopImmediatePropagation: function () {
      this.cancelBubble = this.mdeOwn = true;
    },
  }
);

/** Begins the text of every error of ours. */
var PREFIX = 'mde-websocket: ';

/** An error with the name and the code of a DOMException, which no mini-program host has. */
function failure(name, code, message) {
  var error = new Error(PREFIX + message);
  error.name = name;
  error.code = code;
  return error;
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

/**
 * An object that listeners can be added to.
 *
 * @example
 * const target = new EventTarget();
 * target.addEventListener('change', (event) => console.log(event.type), { once: true });
 * target.dispatchEvent(new Event('change'));
 */
var EventTarget = define(function () {}, {
  addEventListener: function (type, callback, options) {
    var given = options || {};
    var listeners = listenersOf(this);
    var isThere = listeners.some(function (other) {
      return other.type === type && other.callback === callback;
    });
    if (callback && !isThere)
      listeners.push({ type: type, callback: callback, isOnce: given.once, signal: given.signal || {} });
  },
  removeEventListener: function (type, callback) {
    listenersOf(this).forEach(function (listener) {
      if (listener.type === type && listener.callback === callback) remove(listener);
    });
  },
  dispatchEvent: function (event) {
    var _this = this;
    if (event.eventPhase) throw failure('InvalidStateError', 11, 'busy event');
    event.target = event.currentTarget = this;
    event.eventPhase = 2;
    event.mdeOwn = event.cancelBubble;
    listenersOf(this).forEach(function (listener) {
      var callback = listener.callback;
      if (listener.type !== event.type || listener.signal.aborted || event.mdeOwn) return;
      if (listener.isOnce) remove(listener);
      callUser(function () {
        return callback.call ? callback.call(_this, event) : callback.handleEvent(event);
      });
    });
    event.currentTarget = null;
    event.eventPhase = 0;
    event.cancelBubble = false;
    return !event.defaultPrevented;
  },
});

function remove(listener) {
  listener.signal = { aborted: true };
}

/** A new list each time: a dispatch goes through the one it began with. Out of sight, as subclasses take any name. */
function listenersOf(target) {
  var value = (target.mdeOwn || []).filter(function (listener) {
    return !listener.signal.aborted;
  });
  Object.defineProperty(target, 'mdeOwn', { value: value, configurable: true });
  return value;
}

/**
 * Calls off what was given its signal.
 *
 * @example
 * const controller = new AbortController();
 * target.addEventListener('change', listener, { signal: controller.signal });
 * controller.abort();
 */
var AbortController = define(
  function () {
    this.signal = new AbortSignal();
  },
  {
    abort: function (reason) {
      var signal = this.signal;
      if (signal.aborted) return;
      signal.aborted = true;
      signal.reason = reason === undefined ? failure('AbortError', 20, 'aborted') : reason;
      if (signal.onabort) signal.addEventListener('abort', signal.onabort.bind(signal));
      signal.dispatchEvent(new Event('abort'));
    },
  }
);

/**
 * What an `AbortController` has, and what its own functions make.
 *
 * @example
 * const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(5000)]);
 * signal.addEventListener('abort', () => console.log(signal.reason));
 */
var AbortSignal = createClass();

function createClass() {
  function AbortSignal() {}
  AbortSignal.prototype = Object.create(EventTarget.prototype);
  return define(AbortSignal, {
    constructor: AbortSignal,
    aborted: false,
    onabort: null,
    throwIfAborted: function () {
      if (this.aborted) throw this.reason;
    },
  });
}

var statics = AbortSignal;

statics.abort = function (reason) {
  var controller = new AbortController();
  controller.abort(reason);
  return controller.signal;
};

statics.timeout = function (ms) {
  var controller = new AbortController();
  if (!(ms >= 0)) throw new TypeError(PREFIX + 'timeout needs a number');
  setTimeout(function () {
    return controller.abort(failure('TimeoutError', 23, 'timeout'));
  }, ms);
  return controller.signal;
};

statics.any = function (signals) {
  var controller = new AbortController();
  signals.forEach(function (source) {
    // The controller has the signal, as the options of a listener do: it stops listening to the others.
    var abort = function () {
      return controller.abort(source.reason);
    };
    if (source.aborted) abort();
    source.addEventListener('abort', abort, controller);
  });
  return controller.signal;
};

/** The last one fills up what is no multiple of four. */
var DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Base64 of a text whose characters stand for bytes.
 *
 * @throws InvalidCharacterError for a character above 255
 * @example
 * btoa('hello'); // 'aGVsbG8='
 */
function btoa(data) {
  var text = String(data);
  var digits = '';
  var word = 0;
  if (/[^\0-\xff]/.test(text)) throw failure('InvalidCharacterError', 5, 'btoa needs bytes');
  for (var i = 0; i < text.length || i % 3; i++) {
    word = (word << 8) | text.charCodeAt(i);
    digits += i > text.length ? '=' : DIGITS[(word >> ((i % 3) * 2 + 2)) & 63];
    if (i % 3 > 1) digits += i < text.length ? DIGITS[word & 63] : '=';
  }
  return digits;
}

/**
 * What base64 stands for, one character for each byte. White space and missing padding are forgiven.
 *
 * @throws InvalidCharacterError for what is no base64
 * @example
 * atob('aGVsbG8='); // 'hello'
 */
function atob(data) {
  var digits = String(data).replace(/[\t\n\f\r ]/g, '');
  var text = '';
  var word = 0;
  if (digits.length % 4 === 0) digits = digits.replace(/==?$/, '');
  if (digits.length % 4 === 1 || /[^a-z\d+/]/i.test(digits))
    throw failure('InvalidCharacterError', 5, 'atob needs base64');
  for (var i = 0; i < digits.length; i++) {
    word = (word << 6) | DIGITS.indexOf(digits[i]);
    if (i % 4) text += String.fromCharCode((word >> (6 - (i % 4) * 2)) & 255);
  }
  return text;
}

/**
 * Calls back before the next task of the host begins. What the callback throws goes to the host's error hook.
 *
 * @example
 * queueMicrotask(() => console.log('second'));
 * console.log('first');
 */
function queueMicrotask(callback) {
  if (typeof callback !== 'function') throw new TypeError(PREFIX + 'queueMicrotask needs a function');
  Promise.resolve(callback).then(callUser);
}

/** As many as the arguments of one call may be on every engine. */
var CHUNK = 4096;

/**
 * Turns text into UTF-8.
 *
 * @example
 * new TextEncoder().encode('好'); // Uint8Array [229, 165, 189]
 */
var TextEncoder = define(function () {}, {
  encoding: 'utf-8',
  encode: function (input) {
    var text = input === undefined ? '' : String(input);
    var bytes = new Uint8Array(text.length * 3);
    // A copy, exactly as long as the text: clients send the whole buffer.
    return new Uint8Array(bytes.subarray(0, this.encodeInto(text, bytes).written));
  },
  encodeInto: function (source, destination) {
    var text = String(source);
    var read = 0;
    var written = 0;
    while (read < text.length) {
      var point = text.codePointAt(read);
      // Half a surrogate pair.
      if (point >> 11 === 27) point = 0xfffd;
      var size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      var shift = size * 6 - 6;
      if (written + size > destination.length) break;
      destination[written++] = shift ? (0xf00 >> size) | (point >> shift) : point;
      for (; shift; shift -= 6) destination[written++] = 0x80 | ((point >> (shift - 6)) & 0x3f);
      read += size > 3 ? 2 : 1;
    }
    return { read: read, written: written };
  },
});

/**
 * Turns UTF-8 into text. A label other than those of UTF-8 is a RangeError.
 *
 * @example
 * new TextDecoder().decode(new Uint8Array([229, 165, 189])); // '好'
 */
var TextDecoder = define(
  function (label, options) {
    var given = options || {};
    if (label !== undefined && !/^\s*utf-?8\s*$/i.test(label)) {
      throw new RangeError(PREFIX + 'TextDecoder needs utf-8');
    }
    this.fatal = !!given.fatal;
    this.ignoreBOM = !!given.ignoreBOM;
  },
  {
    encoding: 'utf-8',
    decode: function (input, options) {
      var given = input === undefined ? new Uint8Array(0) : input;
      if (given.byteLength === undefined) throw new TypeError(PREFIX + 'decode needs bytes');
      var fresh = new Uint8Array(given.buffer || given, given.byteOffset, given.byteLength);
      var stream = this.mdeOwn || { rest: [], isBegun: this.ignoreBOM };
      var bytes = new Uint8Array(stream.rest.length + fresh.length);
      bytes.set(stream.rest);
      bytes.set(fresh, stream.rest.length);
      this.mdeOwn = options && options.stream && stream;
      return read(this, stream, bytes);
    },
  }
);

/** Bytes that begin a character, up to the first that cannot be of it, count as one fault. */
function read(decoder, stream, bytes) {
  var points = [];
  var text = '';
  var start = 0;
  for (var i = 0; i < bytes.length; start = i) {
    var lead = bytes[i++];
    var needed = lead < 0x80 ? 0 : lead < 0xc2 || lead > 0xf4 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    var point = lead & (0x7f >> needed);
    var begun = (point << 6) | (bytes[i] & 0x3f);
    // No longer form than needed, no surrogate, nothing above U+10FFFF.
    var isSound = needed < 2 || (needed < 3 ? begun > 31 && begun >> 5 !== 27 : begun > 15 && begun < 272);
    for (; isSound && needed > 0 && bytes[i] >> 6 === 2; needed--) point = (point << 6) | (bytes[i++] & 0x3f);
    if (decoder.mdeOwn && needed > 0 && i === bytes.length) break;
    if (needed && decoder.fatal) throw new TypeError(PREFIX + 'decode needs utf-8');
    if (needed) point = 0xfffd;
    if (stream.isBegun || point !== 0xfeff) points.push(point);
    stream.isBegun = true;
    if (points.length > CHUNK) {
      text += textOf(points);
      points = [];
    }
  }
  stream.rest = bytes.subarray(start);
  return text + textOf(points);
}

function textOf(points) {
  return String.fromCodePoint.apply(null, points);
}

exports.__esModule = true;
exports.AbortController = AbortController;
exports.AbortSignal = AbortSignal;
exports.Event = Event;
exports.EventTarget = EventTarget;
exports.TextDecoder = TextDecoder;
exports.TextEncoder = TextEncoder;
exports.atob = atob;
exports.btoa = btoa;
exports.performance = performance;
exports.queueMicrotask = queueMicrotask;
