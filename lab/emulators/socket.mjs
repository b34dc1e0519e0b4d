// @ts-check
/**
 * One socket of a host beneath its API: what it is doing, and the order in which its events come. How an event is
 * worded and who hears it is not known here.
 *
 * @typedef {{ url: string, header?: object, protocols?: string[] }} Request
 * @typedef {{ send: (data: string | ArrayBuffer) => void, close: (code: number | undefined, reason: string) => void, abort: () => void }} Wire
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
  let hasSlot = true;
  let stopClock = () => {};

  const socket = {
    id,
    request,
    /** @type {'connecting' | 'open' | 'closed'} */
    state: 'connecting',
    /** Whether somebody asked the host to close it, with effect or without. */
    dropped: false,
    /** How often the host has refused to close it. */
    refusals: 0,
    /** When the application asked for it. */
    bornAt: Date.now(),
    /** Whether it counts against the limit of the host. */
    hasSlot: () => hasSlot,
    /** @param {(kind: Kind, ...detail: any[]) => void} hearer */
    hear: (hearer) => void hearers.push(hearer),
    start,
    send: (/** @type {string | ArrayBuffer} */ data) => wire?.send(data),
    close,
    abandon,
    fail,
    refuse,
    cut,
    leave,
    /** Nothing of it is heard any more. */
    silence() {
      silenced = true;
    },
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
      if (quirks.timeoutEvents === 'as refused') end(1006, 'timeout', true);
      else end(undefined, 'timeout', true, quirks.timeoutEvents);
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

  /** @param {number | undefined} code @param {string} reason @param {boolean} failed @param {string} [told] */
  function end(code, reason, failed, told = socket.state === 'open' ? quirks.lossEvents : quirks.refusedEvents) {
    if (socket.state === 'closed') return;
    socket.state = 'closed';
    stopClock();
    report(failed ? told : 'close', code, reason);
  }

  /** @param {string} sequence @param {number | undefined} code @param {string} reason */
  function report(sequence, code, reason) {
    const kinds = sequence === 'none' ? [] : sequence.split('-');
    if (silenced || !quirks.slotUntilClosed || !kinds.includes('close')) hasSlot = false;
    kinds.forEach((kind, position) => {
      const say = () => {
        if (kind === 'error') return tell('error', reason || 'network error');
        hasSlot = false;
        tell('close', code, reason);
      };
      const closeDelay = quirks.closeDelay + (position > 0 ? quirks.closeAfterError : 0);
      const delay = kind === 'close' ? closeDelay : quirks.errorDelay;
      if (delay > 0) thread.later(say, delay);
      else say();
    });
  }

  /** The host took the request and then thinks better of it. @param {string} reason */
  function refuse(reason) {
    socket.state = 'closed';
    report('error', 1006, reason);
  }

  /** The host is done with it, as far as anybody can see. */
  function forget() {
    socket.state = 'closed';
    hasSlot = false;
  }

  function leave() {
    if (!quirks.slotUntilClosed) hasSlot = false;
  }

  /** Closes on request of the application. Returns whether the host took any notice. @param {number | undefined} code @param {string} reason */
  function close(code, reason) {
    ledger.note(`socket ${id} close asked`, [code, reason]);
    if (socket.state === 'closed') return false;
    socket.dropped = true;
    if (socket.state === 'connecting' && quirks.closeBeforeOpen === 'ignored') return false;
    if (quirks.ghostSocket) return true;
    leave();
    if (quirks.deafClose) silenced = true;
    if (socket.state === 'open') {
      if (silenced) forget();
      wire?.close(code, reason);
      return true;
    }
    wire?.abort();
    thread.later(() => end(code ?? 1005, reason, false));
    return true;
  }

  /** The connection is refused on its way. */
  function fail() {
    wire?.abort();
    end(1006, '', true);
  }

  /** Gives up a connection that has not opened, which then counts as refused. */
  function abandon() {
    ledger.note(`socket ${id} close asked`);
    socket.dropped = true;
    leave();
    if (quirks.deafClose) silenced = true;
    wire?.abort();
    thread.later(() => end(1006, '', true, quirks.refusedEvents));
  }

  /** The link is gone without anybody's asking. @param {any} code @param {string} reason @param {boolean} [silently] */
  function cut(code, reason, silently = false) {
    if (socket.state === 'closed') return;
    silenced ||= silently;
    wire?.abort();
    end(code, reason, false);
  }

  return socket;
}
