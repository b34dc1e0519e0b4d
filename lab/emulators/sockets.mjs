// @ts-check
/**
 * The sockets of one host beneath its API: what each is doing, how many are alive, and the order in which
 * their events come. How an event is worded and who hears it is not known here.
 *
 * @typedef {{ url: string, header?: object, protocols?: string[] }} Request
 * @typedef {{ send: (data: string | ArrayBuffer) => void, close: (code: number, reason: string) => void, abort: () => void }} Wire
 * @typedef {{
 *   open: (header: object) => void,
 *   message: (data: string | ArrayBuffer) => void,
 *   end: (code: number, reason: string, failed: boolean) => void,
 *   raw: (type: string, ...detail: any[]) => void,
 * }} WireEvents
 * @typedef {{ connect: (request: Request, events: WireEvents) => Wire }} Transport
 * @typedef {'open' | 'message' | 'error' | 'close'} Kind
 * @typedef {ReturnType<typeof createSocket>} Socket
 */

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {number} id
 * @param {Request} request
 */
export function createSocket(phone, id, request) {
  const { quirks, thread, ledger } = phone;
  /** @type {((kind: Kind, ...detail: any[]) => void)[]} */
  const hearers = [];
  /** @type {Wire | undefined} */
  let wire;
  let silenced = false;
  let stopClock = () => {};

  const socket = {
    id,
    request,
    /** @type {'connecting' | 'open' | 'closed'} */
    state: 'connecting',
    /** Whether somebody asked the host to close it, with effect or without. */
    dropped: false,
    /** Whether the host is closing it, so that it no longer counts against the limit. */
    leaving: false,
    /** @param {(kind: Kind, ...detail: any[]) => void} hearer */
    hear: (hearer) => void hearers.push(hearer),
    start,
    send: (/** @type {string | ArrayBuffer} */ data) => wire?.send(data),
    close,
    cut,
  };

  /** @param {Kind} kind @param {any[]} detail */
  function tell(kind, ...detail) {
    if (silenced) return;
    const times = quirks.duplicateEvents && kind !== 'message' ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      ledger.note(`socket ${id} ${kind}`, detail);
      for (const hearer of hearers) hearer(kind, ...detail);
    }
  }

  function start() {
    if (socket.state === 'closed') return;
    stopClock = thread.later(() => {
      wire?.abort();
      end(1006, 'timeout', true);
    }, quirks.connectLimit);
    wire = phone.transport.connect(request, {
      open(header) {
        if (socket.state !== 'connecting') return;
        socket.state = 'open';
        stopClock();
        tell('open', header);
      },
      message(data) {
        if (socket.state === 'open') tell('message', data);
      },
      end,
      raw: (kind, ...detail) => tell(/** @type {Kind} */ (kind), ...detail),
    });
  }

  /** @param {number} code @param {string} reason @param {boolean} failed */
  function end(code, reason, failed) {
    if (socket.state === 'closed') return;
    const sequence = !failed ? 'close' : socket.state === 'open' ? quirks.lossEvents : quirks.refusedEvents;
    socket.state = 'closed';
    stopClock();
    const kinds = sequence === 'none' ? [] : sequence.split('-');
    kinds.forEach((/** @type {Kind} */ kind, /** @type {number} */ position) => {
      const report = () => (kind === 'error' ? tell('error', reason || 'network error') : tell('close', code, reason));
      const delay = kind === 'close' ? quirks.closeDelay + (position > 0 ? quirks.closeAfterError : 0) : 0;
      if (delay > 0) thread.later(report, delay);
      else report();
    });
  }

  /** Closes on request of the application. Returns whether the host took any notice. @param {number} code @param {string} reason */
  function close(code, reason) {
    ledger.note(`socket ${id} close asked`, [code, reason]);
    if (socket.state === 'closed') return false;
    socket.dropped = true;
    if (socket.state === 'connecting' && quirks.closeBeforeOpen === 'ignored') return false;
    if (quirks.ghostSocket) return true;
    socket.leaving = true;
    if (quirks.deafClose) silenced = true;
    if (socket.state === 'open') {
      if (silenced) socket.state = 'closed';
      wire?.close(code, reason);
      return true;
    }
    wire?.abort();
    thread.later(() => end(code, reason, false));
    return true;
  }

  /** The link is gone without anybody's asking. @param {number} code @param {string} reason @param {boolean} [silently] */
  function cut(code, reason, silently = false) {
    if (socket.state === 'closed') return;
    silenced ||= silently;
    wire?.abort();
    end(code, reason, false);
  }

  return socket;
}

/** @param {import('./phone.mjs').Phone} phone */
export function createSockets(phone) {
  /** @type {Socket[]} */
  const all = [];
  let peak = 0;
  let lastId = 0;
  const live = () => all.filter((socket) => socket.state !== 'closed' && !socket.dropped);

  return {
    all,
    /** Sockets connecting or open that nobody asked to close. */
    live,
    /** The most that were live at one instant. */
    peak: () => peak,
    /** Sockets that are really open, asked to close or not. */
    open: () => all.filter((socket) => socket.state === 'open'),
    full: () => all.filter((socket) => socket.state !== 'closed' && !socket.leaving).length >= phone.quirks.maxSockets,
    /** @param {Request} request */
    create(request) {
      lastId += 1;
      const socket = createSocket(phone, lastId, request);
      if (!phone.remembers) all.splice(0, all.length, ...all.filter(({ state }) => state !== 'closed'));
      all.push(socket);
      peak = Math.max(peak, live().length);
      phone.ledger.note(`socket ${socket.id} created`, request.url);
      return socket;
    },
    /** @param {number} code @param {string} reason @param {boolean} [silently] */
    cutAll(code, reason, silently) {
      for (const socket of all) socket.cut(code, reason, silently);
    },
  };
}
