// @ts-check
/** The place that clients run in has the language, timers, `console` and the host, and nothing that a page or Node has. */
import { expect, test } from 'vitest';
import { createContext } from '../../../lab/clients/host/context.mjs';

const clock = { setTimeout, clearTimeout, setInterval, clearInterval };
const FOREIGN = [
  ...['process', 'require', 'Buffer', 'global', 'setImmediate', 'window', 'self', 'document', 'navigator', 'location'],
  ...['WebSocket', 'URL', 'URLSearchParams', 'fetch', 'XMLHttpRequest', 'TextEncoder', 'TextDecoder', 'Blob', 'crypto'],
  ...['AbortController', 'Event', 'EventTarget', 'MessageChannel', 'performance', 'queueMicrotask', 'atob', 'btoa'],
  ...['structuredClone', 'WebAssembly', 'SharedArrayBuffer', 'DOMException'],
];

const inside = (/** @type {string} */ code, wrapped = false) => {
  const context = createContext(/** @type {any} */ (clock), () => {});
  return context.run(code, wrapped);
};

test('a program finds no name of a page or of Node', () => {
  const { found } = inside(`exports.found = ${JSON.stringify(FOREIGN)}.filter((name) => name in globalThis)`);
  expect(Array.from(found)).toEqual([]);
});

test('it finds the language, timers and a console', () => {
  const wanted = ['Promise', 'Map', 'Proxy', 'Uint8Array', 'Symbol', 'setTimeout', 'clearInterval', 'console'];
  const { lacks } = inside(`exports.lacks = ${JSON.stringify(wanted)}.filter((name) => !(name in globalThis))`);
  expect(Array.from(lacks)).toEqual([]);
});

test('code from strings is refused', () => {
  const { refused } = inside(`
    exports.refused = [() => eval('1'), () => Function('return this')()].map((work) => {
      try { work(); return 'run'; } catch (error) { return error.name; }
    });`);
  expect(Array.from(refused)).toEqual(['EvalError', 'EvalError']);
});

test("inside WeChat's function a global that is set is not seen", () => {
  const code = 'globalThis.WebSocket = globalThis.URL = 1; exports.seen = [typeof WebSocket, typeof URL]';
  expect(Array.from(inside(code, true).seen)).toEqual(['undefined', 'undefined']);
  expect(Array.from(inside(code, false).seen)).toEqual(['number', 'number']);
});

test('a Promise of timers calls back after a timer that was set before', async () => {
  const context = createContext(/** @type {any} */ (clock), () => {});
  context.useMacrotaskPromise();
  const { done } = context.run(
    `const order = [];
     exports.done = new Promise((resolve) => {
       setTimeout(() => order.push('timer'), 0);
       Promise.resolve().then(() => order.push('promise')).then(() => resolve(order));
     });`,
    false,
  );
  expect(Array.from(await done)).toEqual(['timer', 'promise']);
});
