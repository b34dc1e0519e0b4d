// @ts-check
/**
 * The options of a task, made from a short description that a story can tell.
 *
 * @typedef {{
 *   ping: number, pong: number, probe: number, every: number, pause: number | string, limit: number | null, uptime: number, connect: number,
 *   queue: number, wake: boolean, isPong: string, should: string, pingMsg: string, params: string, logger: string,
 *   handlers: 'property' | 'on',
 * }} Spec
 */
import { NAMES } from '../host/socket.mjs';
import { bytesOf } from './data.mjs';

/** The pause of a `reconnectTimeout` that is a function without a mind of its own. */
const SOME_PAUSE = 700;
/** A close code on which `shouldReconnect: 'not 4001'` gives up. */
export const UNWELCOME = 4001;

/**
 * @param {import('../types').World} world
 * @param {import('../types').Member} member
 */
export function optionsOf(world, member) {
  const { spec } = member;
  /** @param {string} what @param {(argument: any) => any} [reply] */
  const ask = (what, reply) => (/** @type {any} */ argument) => {
    /** @type {any} */
    const entry = { kind: 'asked', task: member.index, what, argument };
    world.log(entry);
    member.react(what);
    entry.reply = reply?.(argument);
    world.log({ ...entry, kind: 'replied', token: tokenOf(member) });
    return entry.reply;
  };
  const options = {
    params: paramsOf(world, member, ask),
    pingTimeout: spec.ping,
    pongTimeout: spec.pong,
    probeTimeout: spec.probe,
    pingEvery: spec.every,
    reconnectTimeout: pauseOf(world, spec, ask),
    repeatLimit: spec.limit,
    minUptime: spec.uptime,
    connectTimeout: spec.connect,
    queueLimit: spec.queue,
    wake: spec.wake,
  };
  if (!world.subject.global) Object.assign(options, { platform: world.host.api });
  if (spec.isPong === 'pong') Object.assign(options, { isPong: ask('isPong', (data) => /^pong/.test(data)) });
  if (spec.should === 'not 4001') {
    Object.assign(options, { shouldReconnect: ask('shouldReconnect', ({ code }) => code !== UNWELCOME) });
  }
  if (spec.should === 'always') Object.assign(options, { shouldReconnect: ask('shouldReconnect', () => true) });
  let beats = 0;
  if (spec.pingMsg === 'function') Object.assign(options, { pingMsg: ask('pingMsg', () => `beat ${++beats}`) });
  if (spec.pingMsg === 'bytes') Object.assign(options, { pingMsg: new Uint8Array(bytesOf('a beat b'), 2, 4) });
  if (spec.logger === 'notes') Object.assign(options, { logger: ask('logger') });
  return options;
}

/** What `params()` gave last, which is good for one attempt. @param {import('../types').Member} member */
function tokenOf({ index, asks }) {
  return `${NAMES[index]} ${asks}`;
}

/** @param {import('../types').World} world @param {Spec} spec @param {any} ask */
function pauseOf(world, { pause }, ask) {
  if (pause === 'backoff') return ask('reconnectTimeout', world.module.backoff());
  if (pause === 'function') return ask('reconnectTimeout', () => SOME_PAUSE);
  if (pause === 'eager')
    return ask('reconnectTimeout', (/** @type {{ attempt: number }} */ { attempt }) =>
      attempt === 1 ? 0 : SOME_PAUSE,
    );
  if (pause === 'nonsense') return ask('reconnectTimeout', () => Number.NaN);
  return pause;
}

/**
 * What `params` gives when it is a function is decided by the storm, attempt by attempt.
 *
 * @param {import('../types').World} world
 * @param {import('../types').Member} member
 * @param {any} ask
 */
function paramsOf(world, member, ask) {
  const { index, spec } = member;
  /** @type {Record<string, any>} */
  const plain = { url: `wss://storm/${NAMES[index]}`, header: { token: NAMES[index] } };
  if (world.subject.multiple !== undefined) plain.multiple = world.subject.multiple;
  if (spec.params === 'object') return plain;
  if (spec.params === 'callbacks') {
    for (const name of ['success', 'fail', 'complete']) plain[name] = ask(`params.${name}`);
    return plain;
  }
  return ask('params', () => {
    member.asks += 1;
    plain.header = { token: tokenOf(member) };
    if (member.provider === 'throws' || member.provider === 'nothing') world.log({ kind: 'refused', task: index });
    if (member.provider === 'throws') throw new Error('no token');
    if (member.provider === 'nothing') return undefined;
    if (member.provider === 'gives') return { ...plain };
    return provided(world, member, { ...plain });
  });
}

/** @param {import('../types').World} world @param {import('../types').Member} member @param {object} plain */
function provided(world, member, plain) {
  const { provider, asks, index, spec } = member;
  const { Promise: Made } = world;
  return new Made((/** @type {(given: any) => void} */ resolve, /** @type {(error: any) => void} */ reject) => {
    const settle = () => {
      if (provider !== 'rejects') return resolve({ ...plain });
      if (asks === member.asks) world.log({ kind: 'refused', task: index });
      reject(new Error('no token'));
    };
    if (provider === 'never') return;
    world.clock.later(() => world.enter(index, 'params', settle), provider === 'late' ? 2 * spec.connect : 3);
  });
}
