// @ts-check
/**
 * A browser's `WebSocket` over a mini program's host, for peers that know no other socket. Only what the standard
 * asks for and these peers use: states, four events, `send`, `close`. As cheap as such an adapter can be.
 */

class PlainEvent {
  /** @param {string} type */
  constructor(type) {
    this.type = type;
  }
}

/**
 * @param {any} host
 * @param {any} [Event] the program's own class of events, if it has one
 */
export function browserWebSocket(host, Event = PlainEvent) {
  class MessageEvent extends Event {
    /** @param {string} type @param {{ data: any }} init */
    constructor(type, init) {
      super(type);
      this.data = init.data;
    }
  }

  class CloseEvent extends Event {
    /** @param {string} type @param {{ code: number, reason: string }} init */
    constructor(type, init) {
      super(type);
      this.code = init.code;
      this.reason = init.reason;
      this.wasClean = init.code === 1000;
    }
  }

  return class WebSocket {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSING = 2;
    static CLOSED = 3;
    readyState = 0;
    binaryType = 'arraybuffer';
    bufferedAmount = 0;
    /** @type {Record<string, any>} */
    #listeners = { open: [], message: [], error: [], close: [] };
    /** @type {any} */
    #task;

    /** @param {string} url @param {string | string[]} [protocols] */
    constructor(url, protocols) {
      this.url = url;
      this.#task = host.connectSocket({
        url,
        protocols: protocols === undefined ? undefined : [protocols].flat(),
        fail: () => this.#fail(),
      });
      this.#task.onOpen(() => {
        if (this.readyState !== 0) return;
        this.readyState = 1;
        this.#emit(new Event('open'));
      });
      this.#task.onMessage((/** @type {any} */ message) => this.#emit(new MessageEvent('message', message)));
      this.#task.onError(() => this.readyState !== 3 && this.#emit(new Event('error')));
      this.#task.onClose((/** @type {any} */ event) => this.#end(event.code, event.reason));
    }

    get OPEN() {
      return 1;
    }

    get CLOSED() {
      return 3;
    }

    /** @param {any} data */
    send(data) {
      if (this.readyState === 0) throw new Error('WebSocket is still connecting');
      if (this.readyState === 1) this.#task.send({ data });
    }

    close(code = 1000, reason = '') {
      if (this.readyState >= 2) return;
      this.readyState = 2;
      this.#task.close({ code, reason });
    }

    /** @param {string} type @param {any} listener */
    addEventListener(type, listener) {
      this.#listeners[type].push(listener);
    }

    /** @param {string} type @param {any} listener */
    removeEventListener(type, listener) {
      this.#listeners[type] = this.#listeners[type].filter((/** @type {any} */ other) => other !== listener);
    }

    /** A connection that failed gives an error and then a close, by the standard. */
    #fail() {
      if (this.readyState === 3) return;
      this.#emit(new Event('error'));
      this.#end(1006, '');
    }

    /** @param {number} code @param {string} reason */
    #end(code, reason) {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.#emit(new CloseEvent('close', { code, reason }));
    }

    /** @param {any} event */
    #emit(event) {
      const listeners = this.#listeners[event.type];
      for (let index = 0; index < listeners.length; index += 1) listeners[index](event);
    }
  };
}
