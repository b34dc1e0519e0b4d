// @ts-check
/**
 * The standard `WebSocket` of a browser over the sockets of an emulated host. Source: the WHATWG standard.
 */
import { createTarget } from './page-target.mjs';
import { bufferOf } from './socket-calls.mjs';

const STATES = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 };
const LONGEST_REASON = 123;

/** @param {import('./phone.mjs').Phone} phone @returns {any} the constructor */
export function webSocketOf(phone) {
  const { quirks, sockets, thread } = phone;

  class WebSocket {
    binaryType = 'blob';
    bufferedAmount = 0;
    extensions = '';
    protocol = '';
    onopen = null;
    onmessage = null;
    onerror = null;
    onclose = null;
    #socket;
    #state = STATES.CONNECTING;
    #target;

    /** @param {string} url @param {string | string[]} [protocols] */
    constructor(url, protocols = []) {
      if (quirks.connectThrows) throw new DOMException('the host threw', 'SecurityError');
      this.url = addressOf(url);
      this.#target = createTarget(phone, `WebSocket ${this.url}`, this);
      const socket = sockets.create({ url: this.url, protocols: protocolsOf(protocols) });
      this.#socket = socket;
      socket.hear((kind, ...detail) => this.#tell(kind, detail));
      if (quirks.connectFails) thread.later(() => socket.fail());
      else if (!quirks.connectIgnored) thread.later(socket.start);
    }

    /** The server may have begun to close it before anybody hears of that. */
    get readyState() {
      return quirks.sendFails && this.#state === STATES.OPEN ? STATES.CLOSING : this.#state;
    }

    /** @param {string | ArrayBuffer | ArrayBufferView} data */
    send(data) {
      if (this.#state === STATES.CONNECTING) throw new DOMException('Still connecting', 'InvalidStateError');
      if (quirks.sendThrows) throw new DOMException('the host threw', 'InvalidStateError');
      // After that it drops what it is given, without a word.
      if (this.#state !== STATES.OPEN) this.bufferedAmount += sizeOf(data);
      else this.#socket.send(ArrayBuffer.isView(data) ? bufferOf(data) : data);
    }

    /** @param {number} [code] @param {string} [reason] */
    close(code, reason = '') {
      if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999)) {
        throw new DOMException(`The close code must be 1000 or 3000-4999, not ${code}`, 'InvalidAccessError');
      }
      if (sizeOf(reason) > LONGEST_REASON) throw new DOMException('The close reason is too long', 'SyntaxError');
      if (this.#state >= STATES.CLOSING) return;
      const isOpen = this.#state === STATES.OPEN;
      this.#state = STATES.CLOSING;
      if (isOpen) this.#socket.close(code, reason);
      else this.#socket.abandon();
    }

    /** @param {string} type @param {any} listener @param {any} [options] */
    addEventListener(type, listener, options) {
      this.#target.add(type, listener, options);
    }

    /** @param {string} type @param {any} listener */
    removeEventListener(type, listener) {
      this.#target.remove(type, listener);
    }

    /** @param {import('./sockets.mjs').Kind} kind @param {any[]} detail */
    #tell(kind, [first, reason]) {
      if (kind === 'open') {
        // Closed while it was opening: nobody hears of it any more.
        if (this.#state !== STATES.CONNECTING) return;
        this.#state = STATES.OPEN;
        this.protocol = first['sec-websocket-protocol'] ?? '';
        this.#target.dispatch('open');
      } else if (kind === 'message') {
        if (this.#state === STATES.OPEN) this.#target.dispatch('message', { data: this.#received(first) });
      } else {
        this.#state = STATES.CLOSED;
        if (kind === 'error') this.#fail();
        else this.#target.dispatch('close', { code: first, reason, wasClean: first !== 1006 });
      }
    }

    /** It is at an end, and its close follows whatever the host does. */
    #fail() {
      this.#target.dispatch('error');
      thread.later(() => this.#socket.fail());
    }

    /** @param {string | ArrayBuffer} data */
    #received(data) {
      return typeof data === 'string' || this.binaryType === 'arraybuffer' ? data : new Blob([data]);
    }
  }

  for (const [name, value] of Object.entries(STATES)) {
    for (const holder of [WebSocket, WebSocket.prototype]) {
      Object.defineProperty(holder, name, { value, enumerable: true });
    }
  }
  return WebSocket;
}

/** @param {string} url */
function addressOf(url) {
  const { protocol, hash, href } = parse(url);
  const isRight = ['ws:', 'wss:', 'http:', 'https:'].includes(protocol) && hash === '';
  if (!isRight) throw new DOMException(`Not the address of a WebSocket: ${url}`, 'SyntaxError');
  return href.replace(/^http/, 'ws');
}

/** @param {string} url */
function parse(url) {
  try {
    return new URL(url);
  } catch {
    throw new DOMException(`Not an address: ${url}`, 'SyntaxError');
  }
}

/** @param {string | string[]} given */
function protocolsOf(given) {
  const protocols = [given].flat();
  const isRight = protocols.every((one) => /^[\w!#$%&'*+.^`|~-]+$/.test(one));
  if (isRight && new Set(protocols).size === protocols.length) return protocols;
  throw new DOMException(`Not a list of protocols: ${given}`, 'SyntaxError');
}

/** @param {any} data */
function sizeOf(data) {
  return typeof data === 'string' ? new TextEncoder().encode(data).length : (data.byteLength ?? data.size);
}
