// @ts-check
/** Logs written by hand, and what a rule says to them. */

/** The options of a task whose story is about something else. */
const SPEC = {
  ping: 15_000,
  pong: 10_000,
  probe: 3000,
  every: Number.POSITIVE_INFINITY,
  pause: 2000,
  limit: null,
  uptime: 5000,
  connect: 10_000,
  queue: 100,
  wake: true,
  isPong: 'none',
  pingMsg: 'default',
  params: 'object',
};

/**
 * @typedef {{
 *   now?: number, state?: string, spec?: Record<string, any>, sockets?: any[], timers?: { due: number, ms: number }[],
 *   listeners?: Record<string, { owner: number }[]>, missing?: string[], isSuspended?: boolean, sharesLine?: boolean, others?: any[],
 * }} Scene what there is to be seen
 */

/** @param {any} fields */
export function socket(fields = {}) {
  const plain = {
    id: 1,
    owner: 0,
    phase: 'open',
    isReachable: true,
    isLine: false,
    told: 0,
    isToldOpen: false,
    isMute: false,
  };
  const quiet = { isCrooked: false, isReported: false, isOver: false, isAsked: false, isConfirmed: false };
  return { ...plain, ...quiet, isAnswering: true, ...fields };
}

/**
 * Plays a log to a fresh rule: entries are heard, a scene changes what is to be seen and settles a step.
 *
 * @param {() => import('../../../lab/storm/rules/rule.mjs').Rule} make
 * @param {({ kind: string } & Record<string, any> | Scene)[]} log
 * @param {Scene} [first]
 */
export function judge(make, log, first = {}) {
  const rule = make();
  /** @type {Required<Scene>} */
  const scene = {
    now: 0,
    state: 'open',
    spec: {},
    sockets: [socket()],
    timers: [{ due: 1000, ms: 1000 }],
    listeners: {},
    missing: [],
    isSuspended: false,
    sharesLine: false,
    others: [],
    ...first,
  };
  let turn = 0;
  const origins = new Map();
  const view = viewOf(scene, () => turn, origins);
  for (const entry of log) {
    turn += 1;
    if (!('kind' in entry)) Object.assign(scene, entry);
    else if (entry.payload && entry.socket) origins.set(entry.payload, { socket: entry.socket, what: entry.what });
    const verdict = 'kind' in entry ? rule.on[entry.kind]?.(entry, view) : rule.settled?.(view);
    if (verdict) return verdict;
  }
  return rule.settled?.(view) || rule.atEnd?.(view) || 'all is well';
}

/** @param {Required<Scene>} scene @param {() => number} turn @param {Map<any, any>} origins */
function viewOf(scene, turn, origins) {
  return /** @type {import('../../../lab/storm/rules/rule.mjs').View} */ ({
    now: () => scene.now,
    turn,
    isSuspended: () => scene.isSuspended,
    setAt: () => Number.NEGATIVE_INFINITY,
    setBack: () => 0,
    isPing: (text) => /^(heartbeat|beat)/.test(text),
    promises: false,
    get sharesLine() {
      return scene.sharesLine;
    },
    carriesBytes: true,
    members: () => [
      { index: 0, name: 'A', spec: { ...SPEC, ...scene.spec }, state: scene.state, latency: null },
      ...scene.others,
    ],
    sockets: () => scene.sockets,
    line: () => scene.sockets.findLast((one) => one.isLine),
    timers: () => scene.timers,
    listeners: (topic) => scene.listeners[topic] ?? [],
    canRemove: (topic) => topic in scene.listeners,
    missingListeners: () => scene.missing,
    originOf: (payload) => origins.get(payload),
  });
}

/** @param {string} type @param {any} [event] @param {string} [handler] */
export function heard(type, event = {}, handler = 'main') {
  return { kind: 'event', task: 0, type, event, handler };
}

/** @param {any} [event] */
export function closed(event = {}) {
  return heard('close', { code: 1006, reason: '', cause: 'host', wasOpen: true, willReconnect: true, ...event });
}

/** @param {any} [event] */
export function reconnecting(event = {}) {
  return heard('reconnect', { attempt: 1, delay: 2000, cause: 'host', ...event });
}

/** @param {string} name @param {any} [rest] */
export function called(name, rest = {}) {
  return [
    { kind: 'call', task: 0, name, ...rest },
    { kind: 'return', task: 0, name, ...rest },
  ];
}

export const dial = { kind: 'dial', task: 0 };
export const open = heard('open');
