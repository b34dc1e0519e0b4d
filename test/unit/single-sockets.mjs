// @ts-check
/** A host with one socket, and the links that want it. */
import { vi } from 'vitest';
import { createLink } from '../../build/universal/link';
import { singleHost } from './hosts.mjs';

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
    const hear = (/** @type {string} */ name) => (/** @type {any} */ event) =>
      void heard.push(event === undefined ? name : [name, event]);
    const link = createLink(options, 0, true, {
      opened: hear('open'),
      received: hear('message'),
      failed(error) {
        failed(error);
        hear('error')(error);
      },
      closed: hear('close'),
      lackedParams: hear('params'),
      superseded,
      doubted,
      adopted(socketTask) {
        socket = {
          send: socketTask.send,
          close: (/** @type {any} */ { code, reason }) => link.close(code, reason),
        };
        adopted(socket);
      },
    });
    link.open();
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
