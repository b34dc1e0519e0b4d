// @ts-check
/**
 * A place to run a program in that has the language, timers, `console` and the host, and nothing else: no code from
 * strings, no WebAssembly, no name of Node or of a browser.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { PARAMETERS } from './wrapper.mjs';

const polyfill = createRequire(import.meta.url).resolve('promise-polyfill');

/**
 * @param {import('./phone.mjs').Clock} clock the program's timers
 * @param {(level: string, ...values: any[]) => void} print
 */
export function createContext(clock, print) {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const evaluate = (/** @type {string} */ code) => vm.runInContext(code, context);
  evaluate('delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics;');
  const globals = evaluate('globalThis');
  const levels = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'group', 'groupEnd', 'assert'];
  const console = Object.fromEntries(
    levels.map((level) => [level, (/** @type {any[]} */ ...values) => print(level, ...values)]),
  );
  Object.assign(globals, clock, { console });

  return {
    globals,
    ArrayBuffer: evaluate('ArrayBuffer'),
    Uint8Array: evaluate('Uint8Array'),
    Promise: evaluate('Promise'),
    /** The `Promise` of iOS 15 and older under WeChat: `.then` callbacks are timers. Source: WX-D js-support. */
    useMacrotaskPromise() {
      const module = { exports: /** @type {any} */ ({}) };
      vm.compileFunction(readFileSync(polyfill, 'utf8'), ['module', 'exports'], { parsingContext: context })(
        module,
        module.exports,
      );
      const Macrotask = module.exports.default ?? module.exports;
      Macrotask._immediateFn = (/** @type {() => void} */ work) => globals.setTimeout(work, 0);
      Macrotask._unhandledRejectionFn = (/** @type {any} */ error) => print('unhandled rejection', error);
      globals.Promise = Macrotask;
    },
    /** Runs a CommonJS program, inside WeChat's wrapper if asked. @param {string} code @param {boolean} wrapped */
    run(code, wrapped) {
      const names = ['module', 'exports', ...(wrapped ? PARAMETERS : [])];
      const program = vm.compileFunction(code, names, { parsingContext: context, filename: 'program.js' });
      const module = { exports: /** @type {any} */ ({}) };
      program(module, module.exports);
      return module.exports;
    },
  };
}
