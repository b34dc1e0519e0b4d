import { syntaxError, toAddress, toProtocols } from './address';
import { extend, type Settings } from './settings';
import { createSocket, sendData, startClose } from './socket';
import { addListener, EventTarget, removeListener } from './target';
import { toScalars, utf8Length } from './text';
import type { WebSocketClass } from './types';
import { isData, mismatch, PREFIX } from '../common/check';
import { failure } from '../common/failure';
import { toHostData } from '../host/message';
import type { Raw } from '../port';

/** A class of sockets with these settings, as a subclass of another. */
export function createClass(settings: Settings, parent: Raw): WebSocketClass {
  const made: Raw = function WebSocket(this: Raw, url: unknown): void {
    // biome-ignore lint/complexity/noArguments: a rest parameter is a loop in ES5, and the standard's `length` is 1.
    const given = arguments;
    if (!(this instanceof made) || !given.length) throw new TypeError(PREFIX + 'write new WebSocket(url)');
    EventTarget.call(this, createSocket(settings, toAddress(url), toProtocols(given[1])));
  };
  made.prototype = Object.create(parent.prototype);
  made.prototype.constructor = made;
  made.with = (options: Raw) => createClass(extend(settings, options), made);
  ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'].forEach((name, value) => {
    Object.defineProperty(made, name, { value, enumerable: true });
    Object.defineProperty(made.prototype, name, { value, enumerable: true });
  });
  return made;
}

/** Members that all classes have in common. */
export function Sockets(): void {}

const methods: Raw = Object.create(EventTarget.prototype);
Sockets.prototype = methods;

['url', 'readyState', 'protocol', 'extensions', 'bufferedAmount'].forEach((name) => {
  attribute(name);
});
attribute('binaryType', (record, value) => {
  if (/^(blob|arraybuffer)$/.test(value)) record.binaryType = value;
});
['open', 'message', 'error', 'close'].forEach((type) => {
  const name = 'on' + type;
  attribute(name, (record, value) => {
    record[name] = Object(value) === value ? value : null;
    (record[name] ? addListener : removeListener)(record, type, name);
  });
});

/** An attribute that is in the record under the same name. */
function attribute(name: string, write?: (record: Raw, value: Raw) => void): void {
  Object.defineProperty(methods, name, {
    enumerable: true,
    configurable: true,
    get(this: Raw) {
      return this.mde[name];
    },
    set:
      write &&
      function (this: Raw, value: Raw) {
        write(this.mde, value);
      },
  });
}

methods.send = function (this: Raw, data: Raw): void {
  // biome-ignore lint/complexity/noArguments: a rest parameter is a loop in ES5.
  if (!arguments.length || /Blob|File/.test({}.toString.call(data))) {
    throw new TypeError(mismatch('data', 'a string, an ArrayBuffer or a view', data));
  }
  if (!this.mde.readyState) throw failure('InvalidStateError', 11, 'the socket is still connecting');
  const taken = typeof data !== 'string' && isData(data) ? toHostData(data) : toScalars(data);
  sendData(this.mde, taken, typeof taken === 'string' ? utf8Length(taken) : taken.byteLength);
};

methods.close = function (this: Raw, code?: Raw, reason?: Raw): void {
  const text = reason === undefined ? '' : toScalars(reason);
  const number = Math.round(code);
  if (code !== undefined && number !== 1000 && !(number >= 3000 && number < 5000)) {
    throw failure('InvalidAccessError', 15, 'the code must be 1000, or 3000 to 4999');
  }
  if (utf8Length(text) > 123) throw syntaxError('the reason must be at most 123 bytes');
  startClose(this.mde, number, text);
};

const symbols: Raw = typeof Symbol === 'function' ? Symbol : {};
if (symbols.toStringTag) methods[symbols.toStringTag] = 'WebSocket';
