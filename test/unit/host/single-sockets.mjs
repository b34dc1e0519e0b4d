// @ts-check
/** A host with one socket, and the links that want it. */
import { vi } from 'vitest';
import { closeLink, createLink, openLink } from '../../../build/universal/host/link';
import { singleHost } from '../hosts.mjs';

/** @param {Parameters<typeof singleHost>[0]} [traits] */
export function setUp(traits) {
  const phone = singleHost(traits);
  const newTask = () => /** @type {any} */ ({ platform: phone.host, params: { url: 'wss://server' } });

  /** Asks for the line as a task does; a task may ask again. */
  function take(options = newTask(), { superseded = vi.fn(), adopted = (/** @type {any} */ _) => {} } = {}) {
    const [failed, doubted] = [vi.fn(), vi.fn()];
    /** @type {any} */
    let socket;
    /** @type {any[]} */
    const heard = [];
    const hear = (/** @type {string} */ name) => (/** @type {any} */ _, /** @type {any} */ event) =>
      void heard.push(event === undefined ? name : [name, event]);
    /** @type {any} */
    const listeners = {
      opened: hear('open'),
      received: hear('message'),
      failed(/** @type {any} */ owner, /** @type {any} */ error) {
        failed(error);
        hear('error')(owner, error);
      },
      closed(/** @type {any} */ owner, /** @type {any} */ event, /** @type {string} */ cause, isDoubted = false) {
        if (cause === 'superseded') superseded();
        else if (isDoubted) doubted(event);
        else hear('close')(owner, event);
      },
      adopted(/** @type {any} */ _, /** @type {any} */ socketTask) {
        socket = {
          task: socketTask,
          send: socketTask.send,
          close: (/** @type {any} */ { code, reason }) => closeLink(link, code, reason),
        };
        adopted(socket);
      },
    };
    const link = createLink({ options, listeners, retries: 0 }, true);
    openLink(link);
    return { socket, heard, options, superseded, doubted, failed };
  }

  /** The same, with the socket open. */
  function takeOpen() {
    const one = take();
    phone.emit('Open');
    return one;
  }

  return { ...phone, take, takeOpen, newTask };
}
