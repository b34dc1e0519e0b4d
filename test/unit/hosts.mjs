// @ts-check
/** Hosts that do only what a test says: every event is emitted by hand. */

/** @typedef {'Open' | 'Message' | 'Error' | 'Close'} Name */
const NAMES = /** @type {Name[]} */ (['Open', 'Message', 'Error', 'Close']);

function createListeners() {
  /** @type {Record<Name, any[]>} */
  const of = { Open: [], Message: [], Error: [], Close: [] };
  return {
    of,
    /** @param {Name} name @param {any} [raw] */
    emit(name, raw) {
      for (const listener of of[name].slice()) listener(raw);
    },
    count: () => NAMES.reduce((sum, name) => sum + of[name].length, 0),
  };
}

/** One SocketTask. @param {any} [params] */
export function createSocket(params) {
  const { of, emit } = createListeners();
  /** @type {any[]} */
  const sent = [];
  /** @type {any[]} */
  const closed = [];
  /** @type {any} */
  const task = {
    send: (/** @type {any} */ message) => void sent.push(message),
    close: (/** @type {any} */ given) => void closed.push(given),
  };
  for (const name of NAMES) task[`on${name}`] = (/** @type {any} */ listener) => void of[name].push(listener);
  return { params, task, sent, closed, emit };
}

/** A host that returns a SocketTask, as `wx` does. @param {Record<string, any>} [more] */
export function taskHost(more) {
  /** @type {ReturnType<typeof createSocket>[]} */
  const sockets = [];
  /** @type {any} */
  const host = {
    connectSocket(/** @type {any} */ params) {
      if (this !== host) throw new TypeError('Illegal invocation');
      sockets.push(createSocket(params));
      return last().task;
    },
    ...more,
  };
  const last = () => sockets[sockets.length - 1];
  return { host, sockets, last };
}

/** A host with one socket, whose events and calls are on itself, as `my` is. @param {{ canRemove?: boolean }} [traits] */
export function singleHost({ canRemove = true } = {}) {
  const { of, emit, count } = createListeners();
  /** @type {any[]} */
  const connects = [];
  /** @type {any[]} */
  const sent = [];
  /** @type {any[]} */
  const closed = [];
  /** @type {any} */
  const host = {
    connectSocket: (/** @type {any} */ params) => void connects.push(params),
    sendSocketMessage: (/** @type {any} */ message) => void sent.push(message),
    closeSocket: (/** @type {any} */ given) => void closed.push(given),
  };
  for (const name of NAMES) {
    host[`onSocket${name}`] = (/** @type {any} */ listener) => void of[name].push(listener);
    if (!canRemove) continue;
    // Without a listener `my` removes those of everyone.
    host[`offSocket${name}`] = (/** @type {any} */ listener) => {
      of[name] = listener ? of[name].filter((each) => each !== listener) : [];
    };
  }
  return { host, connects, sent, closed, emit, listeners: of, count };
}

/** The life of an app as a host tells of it. @param {{ canRemove?: boolean }} [traits] */
export function appLife({ canRemove = true } = {}) {
  /** @type {any[]} */
  let shows = [];
  /** @type {any[]} */
  let networks = [];
  /** @type {any} */
  const api = {
    onAppShow: (/** @type {any} */ listener) => void shows.push(listener),
    onNetworkStatusChange: (/** @type {any} */ listener) => void networks.push(listener),
  };
  if (canRemove) {
    api.offAppShow = (/** @type {any} */ gone) => {
      shows = gone ? shows.filter((each) => each !== gone) : [];
    };
    api.offNetworkStatusChange = (/** @type {any} */ gone) => {
      networks = gone ? networks.filter((each) => each !== gone) : [];
    };
  }
  return {
    api,
    show: () => shows.slice().forEach((listener) => void listener({ scene: 1 })),
    network: (/** @type {any} */ status) => networks.slice().forEach((listener) => void listener(status)),
    count: () => shows.length + networks.length,
  };
}
