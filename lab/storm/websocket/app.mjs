// @ts-check
/**
 * The application of a storm over the class: up to three clients, each with the sockets that it has made, and what their
 * handlers have been told to do when called.
 *
 * @typedef {{
 *   id: number, owner: number, socket: any, spec: import('./weather.mjs').Spec, isMade: boolean, isInCall: boolean,
 * }} Instance
 */
import { bytesOf } from '../app/data.mjs';
import { NAMES } from '../host/socket.mjs';

export const TYPES = ['open', 'message', 'error', 'close'];
export const FORMS = ['text', 'bytes', 'view'];
const NEWS = ['online', 'offline', 'visible', 'hidden'];

/** @typedef {ReturnType<typeof createClient>} Client */

/** @param {import('../types').World} world @param {import('./weather.mjs').Spec[]} specs */
export function createApp(world, specs) {
  /** @type {Instance[]} */
  const instances = [];
  const members = specs.map((spec, index) => createClient(world, spec, index, instances));
  let isListening = false;
  const hear = (/** @type {any} */ event) => world.log({ kind: 'news', type: event.type });
  /** @type {any} */
  let target;

  return /** @type {any} */ ({
    members,
    instances,
    /** Clients that have begun. */
    ready: () => members.filter((member) => member.instances.length > 0),
    /** The next client that has not. */
    waiting: () => members.find((member) => member.instances.length === 0),
    isListening: () => isListening,
    /** Listens to `network`, or no longer. */
    attend() {
      target ??= world.subject.global ? world.module.network : world.module.createNetwork(world.host.api);
      isListening = !isListening;
      const method = isListening ? 'addEventListener' : 'removeEventListener';
      world.enter(0, 'call', () => {
        for (const type of NEWS) target[method](type, hear);
      });
    },
  });
}

/**
 * @param {import('../types').World} world
 * @param {import('./weather.mjs').Spec} spec
 * @param {number} index
 * @param {Instance[]} all
 */
function createClient(world, spec, index, all) {
  const name = NAMES[index];
  /** @type {Instance[]} */
  const instances = [];
  /** @type {any} */
  let Made;
  let sent = 0;
  const client = {
    index,
    name,
    spec,
    // What the host asks of a member that is a task.
    task: null,
    options: null,
    instances,
    provider: 'gives',
    /** @type {Record<string, { does: string[], throws: boolean }[]>} */
    plans: {},
    start: make,
    make,
    send,
    close,
    /** The newest. */
    newest: () => instances[instances.length - 1],
  };

  function make() {
    const instance = { id: all.length + 1, owner: index, socket: null, spec, isMade: false, isInCall: false };
    all.push(instance);
    instances.push(instance);
    world.enter(index, 'call', () => {
      Made ??= classOf(world, client);
      world.log({ kind: 'making', instance });
      const socket = new Made(`https://storm/${instance.id}/${name}`);
      instance.socket = socket;
      instance.isMade = true;
      for (const type of TYPES) {
        const listener = (/** @type {any} */ event) => hear(instance, type, event);
        if (spec.handlers === 'property') socket[`on${type}`] = listener;
        else socket.addEventListener(type, listener);
      }
      world.log({ kind: 'made', instance });
    });
  }

  /** @param {any} instance @param {string} type @param {any} event */
  function hear(instance, type, event) {
    world.log({
      kind: 'event',
      task: index,
      instance,
      type,
      handler: 'main',
      event,
      state: instance.socket.readyState,
    });
    const plan = client.plans[type]?.shift();
    if (!plan) return;
    for (const action of plan.does) act(instance, action);
    if (!plan.throws || world.isCalm) return;
    const error = new Error(`${name}'s handler of ${type} throws`);
    world.log({ kind: 'thrown', task: index, error, moment: type });
    throw error;
  }

  /** @param {any} instance @param {string} action */
  function act(instance, action) {
    if (action === 'sends') send('text', instance);
    else if (action === 'closes') close({}, instance);
    else if (action === 'makes another') make();
    else if (action === 'forgets its handlers') forget(instance);
    else throw new TypeError(`There is no action "${action}"`);
  }

  /** Takes the handlers away and sets them anew, which changes nothing. @param {any} instance */
  function forget({ socket }) {
    if (spec.handlers !== 'property') return;
    for (const type of TYPES) {
      const listener = socket[`on${type}`];
      socket[`on${type}`] = null;
      socket[`on${type}`] = listener;
    }
  }

  /** @param {any} instance @param {string} what @param {any} details @param {() => void} work */
  function call(instance, what, details, work) {
    const before = instance.socket.readyState;
    const wasInCall = instance.isInCall;
    const entry = { task: index, instance, name: what, before, ...details };
    world.log({ kind: 'call', ...entry });
    instance.isInCall = true;
    /** @type {any} */
    let error;
    world.enter(index, 'call', () => {
      try {
        work();
      } catch (thrown) {
        error = thrown;
      }
    });
    instance.isInCall = wasInCall;
    world.log({ kind: 'return', ...entry, error });
  }

  /** @param {string} form @param {any} [instance] */
  function send(form, instance = client.newest()) {
    const text = `${name}${++sent}`;
    // A window on a larger buffer, of which nothing else may be sent.
    const data = { text, bytes: bytesOf(text), view: new Uint8Array(bytesOf(`--${text}--`), 2, text.length) };
    call(instance, 'send', { text }, () => instance.socket.send(data[/** @type {'text'} */ (form)]));
  }

  /** @param {{ code?: any, reason?: any }} given @param {any} [instance] */
  function close(given, instance = client.newest()) {
    call(instance, 'close', { given }, () => instance.socket.close(given.code, given.reason));
  }

  return client;
}

/** @param {import('../types').World} world @param {any} client */
function classOf(world, client) {
  const { subject, module, host } = world;
  const { spec, name } = client;
  const { idle: idleTimeout, open: openTimeout, close: closeTimeout } = spec;
  const plain = { header: { token: name } };
  const given = { plain, before: { ...plain } };
  world.log({ kind: 'born', task: client.index, options: { params: plain } });
  const params = () => {
    if (client.provider === 'throws') throw new Error('no token');
    return { gives: plain, nothing: undefined, promises: Promise.resolve({}) }[
      /** @type {'gives'} */ (client.provider)
    ];
  };
  const bound = { idleTimeout, openTimeout, closeTimeout, params: spec.params === 'function' ? params : given.plain };
  const Socket = subject.global ? module.Socket.with(bound) : module.createWebSocket(host.api, bound);
  return subject.multiple === false ? Socket.with({ params: { multiple: false } }) : Socket;
}
