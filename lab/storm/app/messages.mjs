// @ts-check
/**
 * What a task of the storm sends, and what it was told about each message.
 *
 * @typedef {{ text: string, form: string, argument: any, hasCallbacks: boolean, isData: boolean }} Message
 */
import { bytesOf } from './data.mjs';

/** How data can be given; the last is none that a host can carry. */
export const FORMS = ['text', 'object', 'bytes', 'view', 'nothing'];

/**
 * @param {import('../types').World} world
 * @param {import('../types').Member} member
 */
export function createMessages(world, member) {
  let sent = 0;

  /** @param {string} form @param {boolean} wantsCallbacks */
  function send(form, wantsCallbacks) {
    const text = `${member.name}${++sent}`;
    const isBare = form === 'text' && !wantsCallbacks;
    /** @type {any} */
    const argument = isBare ? text : { data: dataOf(form, text) };
    /** @type {Message} */
    const message = { text, form, argument, hasCallbacks: wantsCallbacks && !isBare, isData: form !== 'nothing' };
    if (message.hasCallbacks) listen(argument, message);
    const before = { ...argument };
    world.log({ kind: 'message', task: member.index, message });
    member.call('send', argument);
    if (!isBare && Object.keys({ ...argument, ...before }).some((key) => argument[key] !== before[key])) {
      world.log({ kind: 'touched', task: member.index, what: `the message ${text}` });
    }
  }

  /** @param {any} argument @param {Message} message */
  function listen(argument, message) {
    for (const name of ['success', 'fail', 'complete']) {
      argument[name] = () => {
        world.log({ kind: 'callback', task: member.index, message, name });
        member.react(name);
      };
    }
  }

  return { send };
}

/** @param {string} form @param {string} text */
function dataOf(form, text) {
  if (form === 'bytes') return bytesOf(text);
  // A window on a larger buffer, of which nothing else may be sent.
  if (form === 'view') return new Uint8Array(bytesOf(`--${text}--`), 2, text.length);
  return form === 'nothing' ? { not: 'data' } : text;
}
